import { inPerson } from "~/app/domain/assembly/actor";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { tidyName } from "~/app/domain/people/person-name";
import type { Main } from "~/db/connect";
import { insertPerson } from "~/db/repositories/person";
import type { TeamLinkRow } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { type Proven, proveAddress } from "../auth/prove-address";

/** What somebody who is not signed in (or on a device that opens one seat only) says of themselves. */
export interface NewcomerWords {
  /** One of the people known under the address the link was mailed to; null for somebody new. */
  readonly personId: PersonId | null;
  readonly name: string | null;
  /** Theirs only once proven: at once when the link was mailed to it, else by a code (`claimAddress`). */
  readonly email: string | null;
}

/** Who takes the link up. */
export interface Accepting extends Proven {
  /** An address they say is theirs, which nothing proves yet. */
  readonly toProve: string | null;
}

interface ToAccept {
  readonly link: TeamLinkRow;
  readonly locale: Locale;
  readonly newcomer: NewcomerWords;
}

/**
 * The person who takes a link up, made when they are new. Only the holder of the mailed link may be somebody of its address. Any other
 * address somebody types is not kept here: a link proves nothing about it. Refuses with `not-found`, `field-required` (name).
 */
export async function whoAccepts(
  tx: Main,
  { app, actor }: Caller,
  { link, locale, newcomer }: ToAccept,
): Promise<Result<Accepting>> {
  const self = inPerson(actor);
  if (self) return accept({ ...nobodyJoined, personId: self.personId, toProve: null });
  const at = app.clock.now();
  if (newcomer.personId !== null) {
    const proof = { email: link.forEmail ?? "", personId: newcomer.personId, at };
    const proven = link.forEmail === null ? null : await proveAddress(tx, proof);
    return proven ? accept({ ...proven, toProve: null }) : refuse("not-found");
  }
  const name = tidyName(newcomer.name ?? "");
  if (name === "") return refuse("field-required", {}, "name");
  const typed = newcomer.email === null ? null : normaliseEmail(newcomer.email);
  const mailed = typed !== null && typed === link.forEmail;
  const address = mailed ? { email: typed, emailProvenAt: at } : { email: null, emailProvenAt: null };
  const personId = newId<"person">(app.random);
  await insertPerson(tx, { id: personId, name, ...address, phone: null, locale, createdAt: at });
  return accept({ ...nobodyJoined, personId, toProve: mailed ? null : typed });
}

const nobodyJoined = { joined: [], devicesEnded: [], journal: [], facts: [] } as const;

import { newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { tidyName } from "~/app/domain/people/person-name";
import type { Main } from "~/db/connect";
import { findPeopleByEmail, insertPerson } from "~/db/repositories/person";
import type { TeamLinkRow } from "~/db/repositories/team-link";
import type { Caller } from "../../context";

/** What somebody who is not signed in says of themselves. */
export interface NewcomerWords {
  /** One of the people known under the address the link was mailed to; null for somebody new. */
  readonly personId: PersonId | null;
  readonly name: string | null;
  readonly email: string | null;
}

interface Accepting {
  readonly link: TeamLinkRow;
  readonly locale: Locale;
  readonly newcomer: NewcomerWords;
}

/**
 * The person who takes a link up, made when they are new. Only the holder of the mailed link may be somebody of its address; an address
 * known otherwise has to sign in first (`address-known`), since a link proves nothing about it. Also refuses with `not-found`,
 * `field-required` (name).
 */
export async function whoAccepts(
  tx: Main,
  { app, actor }: Caller,
  { link, locale, newcomer }: Accepting,
): Promise<Result<PersonId>> {
  if (actor.kind === "person") return accept(actor.personId);
  if (newcomer.personId !== null) {
    const known = link.forEmail === null ? [] : await findPeopleByEmail(tx, link.forEmail);
    return known.some(({ id }) => id === newcomer.personId) ? accept(newcomer.personId) : refuse("not-found");
  }
  const name = tidyName(newcomer.name ?? "");
  if (name === "") return refuse("field-required", {}, "name");
  const email = newcomer.email ? normaliseEmail(newcomer.email) : null;
  if (email !== null && email !== link.forEmail && (await findPeopleByEmail(tx, email)).length > 0)
    return refuse("address-known", {}, "email");
  const id = newId<"person">(app.random);
  await insertPerson(tx, { id, name, email, phone: null, locale, createdAt: app.clock.now() });
  return accept(id);
}

import { onlyInPerson } from "~/app/domain/assembly/actor";
import { type CommandId, newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import {
  MAILS_OF_SOURCE,
  MOST_UNUSED_CODES,
  mailToSend,
  newSignInCode,
  spokenCode,
} from "~/app/domain/people/sign-in-code";
import type { Main } from "~/db/connect";
import { findPerson } from "~/db/repositories/person";
import { listAskedMails } from "~/db/repositories/sign-in-challenge";
import type { App, Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { composeMail } from "../../mail/compose-mail";
import type { AskedChallenge } from "./ask-for-code";
import { CODE_LIFE_MINUTES, mailChallenge } from "./mail-challenge";

export interface ClaimAddress {
  readonly email: string;
  readonly locale: Locale;
}

/**
 * Somebody signed in who has no address yet says which one is theirs: a code goes there, and the address is theirs once they have typed
 * it on this device (`confirmAddress`). Whether others have the address makes no difference and is not told. Refuses as
 * `onlyInPerson` does, `address-proven` (they have one), `claims-over` (of one person, or of one address, in a day).
 */
export async function claimAddress(
  caller: Caller,
  commandId: CommandId | null,
  input: ClaimAddress,
): Promise<Result<AskedChallenge>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const { personId } = self.value;
  const email = normaliseEmail(input.email);
  const source = app.secrets.keyedHash("limit", `claim:${personId}`);
  if (!app.recentUses.take(source, MAILS_OF_SOURCE, app.clock.now()).allowed) return refuse("claims-over", {}, "email");
  return carryOut(caller, { commandId, action: "address.claim" }, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) return refuse("sign-in-needed");
    if (person.email !== null && person.emailProvenAt !== null) return refuse("address-proven", {}, "email");
    if (!(await mayMail(tx, app, { email, source }))) return refuse("claims-over", {}, "email");
    const asked = await challenge(tx, app, { email, locale: input.locale, claimedBy: personId, source });
    return accept({
      value: asked,
      journal: [{ action: "address.claim", subject: { kind: "person", id: personId } }],
      wake: ["sign-in-mail"],
    });
  });
}

async function challenge(
  tx: Main,
  app: App,
  { email, locale, claimedBy, source }: ClaimAddress & { readonly claimedBy: PersonId; readonly source: string },
): Promise<AskedChallenge> {
  const id = newId<"sign-in-challenge">(app.random);
  const code = newSignInCode(app.random);
  // The mail has no link: a stranger who follows one would prove the address for whoever typed it.
  const linkToken = newId<"sign-in-link">(app.random);
  const words = composeMail(locale, "address", { code: spokenCode(code), minutes: CODE_LIFE_MINUTES });
  await mailChallenge(tx, app, { id, email, locale, code, linkToken, claimedBy, source, words });
  return { challengeId: id, email, askedAtMs: app.clock.now().getTime() };
}

/**
 * Claims of one address are bounded whoever makes them, so that a stranger's mailbox is not filled and its code not guessed. Codes asked
 * for at sign-in do not count: they exist for known addresses only, and would tell; and no visitor shall stand in the way.
 */
async function mayMail(
  tx: Main,
  app: App,
  { email, source }: { readonly email: string; readonly source: string },
): Promise<boolean> {
  const nowMs = app.clock.now().getTime();
  const asked = await listAskedMails(tx, email, new Date(nowMs - MOST_UNUSED_CODES.windowMs));
  const claims = asked.filter(({ isClaim }) => isClaim);
  return mailToSend(claims, { source, nowMs }) === "code-and-link";
}

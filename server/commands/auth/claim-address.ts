import { onlyInPerson } from "~/app/domain/assembly/actor";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import {
  CODE_LIFE_MS,
  MAIL_WINDOW_MS,
  MOST_MAILS_PER_WINDOW,
  newSignInCode,
  spokenCode,
} from "~/app/domain/people/sign-in-code";
import type { Main } from "~/db/connect";
import { insertMail } from "~/db/repositories/mail";
import { findPerson } from "~/db/repositories/person";
import { insertChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import { countUse } from "~/db/repositories/sign-in-limit";
import type { App, Caller } from "../../context";
import { composeMail } from "../../mail/compose-mail";
import { carryOut } from "../kernel/carry-out";

export interface ClaimAddress {
  readonly email: string;
  readonly locale: Locale;
}

/**
 * Somebody signed in who has no address yet says which one is theirs: a code goes there, and the address is theirs once they have typed
 * it on this device (`confirmAddress`). Whether others have the address makes no difference and is not told. Refuses as
 * `onlyInPerson` does, `address-proven` (they have one), `too-many-mails` (of one person, or to one address).
 */
export async function claimAddress(
  caller: Caller,
  commandId: string | null,
  input: ClaimAddress,
): Promise<Result<{ readonly challengeId: SignInChallengeId }>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const { personId } = self.value;
  const email = normaliseEmail(input.email);
  return carryOut(caller, { commandId, action: "address.claim" }, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) return refuse("sign-in-needed");
    if (person.email !== null && person.emailProvenAt !== null) return refuse("address-proven", {}, "email");
    for (const what of [`claim:${personId}`, `mail:${email}`]) {
      const key = app.secrets.keyedHash("limit", what);
      const used = await countUse(tx, { key, now: app.clock.now(), windowMs: MAIL_WINDOW_MS });
      if (used > MOST_MAILS_PER_WINDOW) return refuse("too-many-mails", { count: MOST_MAILS_PER_WINDOW }, "email");
    }
    const challengeId = await challenge(tx, app, { email, locale: input.locale, claimedBy: personId });
    return accept({
      value: { challengeId },
      journal: [{ action: "address.claim", subject: { kind: "person", id: personId } }],
      wake: ["mail"],
    });
  });
}

async function challenge(
  tx: Main,
  app: App,
  { email, locale, claimedBy }: ClaimAddress & { readonly claimedBy: PersonId },
): Promise<SignInChallengeId> {
  const createdAt = app.clock.now();
  const id = newId<"sign-in-challenge">(app.random);
  const code = newSignInCode(app.random);
  await insertChallenge(tx, {
    id,
    email,
    codeHash: app.secrets.keyedHash("sign-in-code", `${id}:${code}`),
    // No link: a stranger who follows one would prove the address for whoever typed it.
    linkHash: app.secrets.tokenHash(newId<"sign-in-link">(app.random)),
    tries: 0,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + CODE_LIFE_MS),
    usedAt: null,
    claimedBy,
  });
  const words = composeMail(locale, "address", { code: spokenCode(code), minutes: CODE_LIFE_MS / 60_000 });
  const mailId = newId<"mail">(app.random);
  await insertMail(tx, { id: mailId, assemblyId: null, to: email, locale, createdAt, ...words });
  return id;
}

import { visitor } from "~/app/domain/assembly/actor";
import { newId } from "~/app/domain/kernel/ids";
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
import { findPeopleByEmail } from "~/db/repositories/person";
import { insertChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import { countUse } from "~/db/repositories/sign-in-limit";
import type { App, Caller } from "../../context";
import { composeMail } from "../../mail/compose-mail";
import { carryOut } from "../kernel/carry-out";

export interface AskForCode {
  readonly email: string;
  readonly locale: Locale;
  /** Where to go after sign-in, a path of ours. */
  readonly next: string | null;
}

/**
 * Sends a mail with a code and a link, good for ten minutes. An address nobody has is answered in the same way, with a challenge that
 * nothing can meet. Refuses with `too-many-mails` (known or not): eight an hour for one address.
 */
export async function askForCode(
  { app }: Caller,
  commandId: string | null,
  input: AskForCode,
): Promise<Result<{ readonly challengeId: SignInChallengeId }>> {
  const email = normaliseEmail(input.email);
  return carryOut({ app, actor: visitor }, { commandId, action: "sign-in.ask" }, async (tx) => {
    const now = app.clock.now();
    const key = app.secrets.keyedHash("limit", `mail:${email}`);
    const used = await countUse(tx, { key, now, windowMs: MAIL_WINDOW_MS });
    if (used > MOST_MAILS_PER_WINDOW) return refuse("too-many-mails", { count: MOST_MAILS_PER_WINDOW }, "email");
    const challengeId = await challenge(tx, app, { ...input, email });
    return accept({
      value: { challengeId },
      journal: [{ action: "sign-in.ask", subject: { kind: "sign-in-challenge", id: challengeId } }],
      wake: ["mail"],
    });
  });
}

async function challenge(tx: Main, app: App, { email, locale, next }: AskForCode): Promise<SignInChallengeId> {
  const now = app.clock.now();
  const id = newId<"sign-in-challenge">(app.random);
  const code = newSignInCode(app.random);
  const token = newId<"sign-in-link">(app.random);
  await insertChallenge(tx, {
    id,
    email,
    codeHash: app.secrets.keyedHash("sign-in-code", `${id}:${code}`),
    linkHash: app.secrets.tokenHash(token),
    tries: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
    usedAt: null,
    claimedBy: null,
  });
  const link = `${app.baseUrl}/${locale}/link/${token}${next === null ? "" : `?next=${encodeURIComponent(next)}`}`;
  const words = composeMail(locale, "sign-in", { code: spokenCode(code), link, minutes: CODE_LIFE_MS / 60_000 });
  const known = await findPeopleByEmail(tx, email);
  if (known.length > 0) {
    const mailId = newId<"mail">(app.random);
    await insertMail(tx, { id: mailId, assemblyId: null, to: email, locale, createdAt: now, ...words });
  }
  return id;
}

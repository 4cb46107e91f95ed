import { newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import type { Main } from "~/db/connect";
import { insertMail } from "~/db/repositories/mail";
import { insertChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { App } from "../../context";
import type { ComposedMail } from "../../mail/compose-mail";

export interface MailedChallenge {
  readonly id: SignInChallengeId;
  readonly email: string;
  readonly locale: Locale;
  /** Null: it can be answered by the link only. */
  readonly code: string | null;
  readonly linkToken: string;
  /** Whoever says that the address is theirs; null at sign-in. */
  readonly claimedBy: PersonId | null;
  /** A hash of who asks. */
  readonly source: string;
  /** What the mail says; the code, and the link where there is one, are in it. */
  readonly words: ComposedMail;
}

/** How long a challenge can be answered, as mails say it. */
export const CODE_LIFE_MINUTES = CODE_LIFE_MS / 60_000;

/** Keeps what is to be proven, as hashes, and has it mailed; nothing where it is kept already (a form sent twice). */
export async function mailChallenge(
  tx: Main,
  app: App,
  { id, email, locale, code, linkToken, claimedBy, source, words }: MailedChallenge,
): Promise<void> {
  const createdAt = app.clock.now();
  const isNew = await insertChallenge(tx, {
    id,
    email,
    codeHash: code === null ? "" : app.secrets.keyedHash("sign-in-code", `${id}:${code}`),
    linkHash: app.secrets.tokenHash(linkToken),
    tries: 0,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + CODE_LIFE_MS),
    usedAt: null,
    claimedBy,
    source,
  });
  if (!isNew) return;
  const mailId = newId<"mail">(app.random);
  await insertMail(tx, { id: mailId, assemblyId: null, aboutId: null, to: email, locale, createdAt, ...words });
}

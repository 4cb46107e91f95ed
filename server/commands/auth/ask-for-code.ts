import { visitor } from "~/app/domain/assembly/actor";
import { type CommandId, knownId, newId } from "~/app/domain/kernel/ids";
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
import { findPeopleByEmail } from "~/db/repositories/person";
import { listAskedMails, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { App, VisitingCaller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { composeMail } from "../../mail/compose-mail";
import { countAsking } from "./count-asking";
import { CODE_LIFE_MINUTES, mailChallenge } from "./mail-challenge";

export interface AskForCode {
  readonly email: string;
  readonly locale: Locale;
  /** Where to go after sign-in, a path of ours. */
  readonly next: string | null;
}

/** What the device that asked remembers, in a cookie that only we can write. */
export interface AskedChallenge {
  readonly challengeId: SignInChallengeId;
  readonly email: string;
  readonly askedAtMs: number;
}

/**
 * Sends a mail with a code and a link, good for ten minutes. An address nobody has is answered in the same way (and by the page in the same time, `inEvenTime`), and leaves
 * nothing; neither leaves a line in the journal, which a stranger could fill. Refuses with `too-many-mails` (known or not) when this
 * source has asked for this address too often: see `MAILS_OF_SOURCE`.
 */
export async function askForCode(
  { app, source }: VisitingCaller,
  commandId: CommandId | null,
  input: AskForCode,
): Promise<Result<AskedChallenge>> {
  const email = normaliseEmail(input.email);
  const now = app.clock.now();
  const from = app.secrets.keyedHash("limit", `source:${source}`);
  const pair = app.secrets.keyedHash("limit", `asks:${from}:${email}`);
  if (!app.recentUses.take(pair, MAILS_OF_SOURCE, now).allowed) return refuse("too-many-mails", {}, "email");
  // The same form sent twice is the same challenge: no receipt is needed.
  const seed = commandId ?? newId(app.random);
  const challengeId: SignInChallengeId = knownId(app.secrets.linkToken("challenge", `${seed}:${email}`));
  return carryOut({ app, actor: visitor }, { commandId: null, action: "sign-in.ask" }, async (tx) => {
    const known = (await findPeopleByEmail(tx, email)).length > 0;
    await countAsking(tx, app, known ? email : null);
    if (known) await sendMail(tx, app, { ...input, email, challengeId, source: from });
    return accept({ value: { challengeId, email, askedAtMs: now.getTime() }, journal: [], wake: ["sign-in-mail"] });
  });
}

interface ToSend extends AskForCode {
  readonly challengeId: SignInChallengeId;
  /** A hash. */
  readonly source: string;
}

async function sendMail(tx: Main, app: App, { challengeId: id, email, locale, next, source }: ToSend): Promise<void> {
  const now = app.clock.now();
  const asked = await listAskedMails(tx, email, new Date(now.getTime() - MOST_UNUSED_CODES.windowMs));
  // What people claim is theirs is counted apart: nobody's claims stand in the way of a sign-in.
  const what = mailToSend(
    asked.filter(({ isClaim }) => !isClaim),
    { source, nowMs: now.getTime() },
  );
  if (what === "nothing") return;
  const code = what === "code-and-link" ? newSignInCode(app.random) : null;
  const linkToken = newId<"sign-in-link">(app.random);
  const link = `${app.baseUrl}/${locale}/link/${linkToken}${next === null ? "" : `?next=${encodeURIComponent(next)}`}`;
  const spoken = code === null ? null : spokenCode(code);
  const words = composeMail(locale, "sign-in", { code: spoken, link, minutes: CODE_LIFE_MINUTES });
  await mailChallenge(tx, app, { id, email, locale, code, linkToken, claimedBy: null, source, words });
}

import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { readCardCode } from "~/app/domain/people/card-code";
import type { Main } from "~/db/connect";
import { findInvitationBy, type InvitationRow } from "~/db/repositories/invitation";
import { countUse } from "~/db/repositories/sign-in-limit";
import type { App } from "../../context";

/** Codes typed in a minute, in the whole installation: 50 bits each, so that guessing for a year finds one of 1,000 with 1 in 3,500. */
const MOST_CODES = 600;
const WINDOW_MS = 60_000;

/** An invitation that somebody has opened. */
export interface OpenedInvitation extends InvitationRow {
  /** The address whose mails its holder reads: the link was sent there and shown to nobody else. Null for the code of a letter. */
  readonly proves: string | null;
}

/**
 * The invitation that a link's token (22 characters) or a letter's code (10) opens. Codes are counted before they are looked up.
 * Refuses `link-unknown` and `too-many-tries`.
 */
export async function findByToken(app: App, db: Main, text: string): Promise<Result<OpenedInvitation>> {
  const code = readCardCode(text);
  if (code !== undefined) {
    const key = app.secrets.keyedHash("limit", "invitation");
    const used = await countUse(app.stores.main, { key, now: app.clock.now(), windowMs: WINDOW_MS });
    if (used > MOST_CODES) return refuse("too-many-tries", {}, "code");
  }
  const hash =
    code === undefined
      ? { linkHash: app.secrets.tokenHash(text) }
      : { codeHash: app.secrets.keyedHash("invitation-code", code) };
  const found = await findInvitationBy(db, hash);
  return found ? accept({ ...found, proves: code === undefined ? found.mailedTo : null }) : refuse("link-unknown");
}

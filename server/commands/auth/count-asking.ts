import { MAILS_TO_ADDRESS } from "~/app/domain/people/sign-in-code";
import type { Main } from "~/db/connect";
import { countUse } from "~/db/repositories/sign-in-limit";
import type { App } from "../../context";

/** A few, so that strangers who come at once do not wait for one another. */
export const STRANGERS_ROWS = 16;

/**
 * Counts an asking, or a try, on the row of an address known here, which those who ask for it at the same time then take in turn; or,
 * for whatever is not known (null), on one of the rows of all strangers: both are one write, so that the time tells nothing, and
 * strangers leave nothing that grows.
 */
export async function countAsking(db: Main, app: App, knownEmail: string | null): Promise<void> {
  const [shard = 0] = app.random.bytes(1);
  const what = knownEmail === null ? `strangers:${shard % STRANGERS_ROWS}` : `mail:${knownEmail}`;
  const key = app.secrets.keyedHash("limit", what);
  await countUse(db, { key, now: app.clock.now(), windowMs: MAILS_TO_ADDRESS.windowMs });
}

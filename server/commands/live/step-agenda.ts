import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { stepAgenda as decide } from "~/app/domain/deliberation/run-session";
import type { Result } from "~/app/domain/kernel/result";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall } from "../../queries/live/load-live";
import { done, inSession, sessionFact } from "./in-session";

/** Goes to another item of the agenda. Two organisers who press "next" at once go one step, not two. */
export function stepAgenda(
  caller: Caller,
  commandId: string | null,
  { sessionId, ...step }: LiveCommands["step-agenda"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "agenda.step", right: "session.run", sessionId }, async (live) => {
    const { tx, session, nowMs } = live;
    const decided = decide(await loadHall(tx, session), step, nowMs);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const { itemId, itemEndsAtMs } = decided.value;
    await changeLiveSession(tx, session, { currentItemId: itemId, itemEndsAt: new Date(itemEndsAtMs) });
    return done(null, [sessionFact(sessionId, { type: "item-stepped", payload: decided.value })]);
  });
}

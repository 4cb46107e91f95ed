import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { extendItem as decide } from "~/app/domain/deliberation/run-session";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { done, inSession, sessionFact } from "./in-session";

/** Gives the current item more minutes, for everyone: groups that have time of their own keep it on top. */
export function extendItem(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, ...seen }: LiveCommands["extend-item"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "item.extend", right: "session.run", sessionId }, async (live) => {
    const { tx, session, nowMs } = live;
    const decided = decide({ state: session.state, itemEndsAtMs: session.itemEndsAt?.getTime() ?? null }, seen, nowMs);
    if (!decided.ok) return decided;
    if (decided.value === null) return done(null);
    await changeLiveSession(tx, session, { itemEndsAt: new Date(decided.value) });
    return done(null, [sessionFact(session.id, { type: "item-extended", payload: { itemEndsAtMs: decided.value } })]);
  });
}

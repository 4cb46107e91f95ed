import { assemblyStream } from "~/app/domain/assembly/streams";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { closeSession as decide } from "~/app/domain/deliberation/run-session";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { listHelpCalls } from "~/db/repositories/help-call";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { closeRound } from "./close-round";
import { moveCall } from "./help-facts";
import { done, inSession, sessionFact } from "./in-session";
import { closeFloor } from "./on-floor";

/** Ends a session: groups are called back, turns end, queues empty, calls for help are over, notes can only be read. */
export function closeSession(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId }: LiveCommands["close-session"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "session.close", right: "session.run", sessionId }, async (live) => {
    const { tx, session, now, nowMs } = live;
    const decided = decide(session);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const facts = [...(await closeRound(live)), ...(await closeFloor(live, null, "left"))];
    for (const call of await listHelpCalls(tx, sessionId)) {
      if (call.closedAt !== null) continue;
      facts.push(...(await moveCall(live, call, { kind: "closed", how: "session-over", byId: null, atMs: nowMs })));
    }
    await changeLiveSession(tx, session, { state: "closed", roundId: null, itemEndsAt: null, closedAt: now });
    return done(null, [
      ...facts,
      sessionFact(sessionId, { type: "session-closed", payload: { atMs: nowMs } }),
      { stream: assemblyStream(session.assemblyId), type: "session-closed", payload: { sessionId } },
    ]);
  });
}

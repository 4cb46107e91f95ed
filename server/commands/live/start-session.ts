import { assemblyStream } from "~/app/domain/assembly/streams";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { startSession as decide } from "~/app/domain/deliberation/run-session";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { done, inSession, sessionFact } from "./in-session";

/** Begins a session with its first item. A second organiser's click changes nothing. */
export function startSession(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId }: LiveCommands["start-session"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "session.start", right: "session.run", sessionId }, async (live) => {
    const { tx, session, assembly, now, nowMs } = live;
    const decided = decide(await loadHall(tx, session), nowMs);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const { itemId, itemEndsAtMs } = decided.value;
    const itemEndsAt = new Date(itemEndsAtMs);
    const { notesReaders } = assembly;
    const started = { currentItemId: itemId, itemEndsAt, startedAt: now, notesReaders };
    await changeLiveSession(tx, session, { state: "running", ...started });
    return done(null, [
      sessionFact(sessionId, { type: "session-started", payload: decided.value }),
      { stream: assemblyStream(session.assemblyId), type: "session-started", payload: { sessionId } },
    ]);
  });
}

import { checkChangeable } from "~/app/domain/assembly/session-plan";
import type { AssemblyId, CommandId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { deleteSession, findSession, hasRounds } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";

export interface SessionRemoval {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** The session's version that the page showed; left out, it is removed as it is. */
  readonly version?: number;
}

type Removed = { readonly sessionId: SessionId };

/**
 * Takes a session and its agenda out of the calendar. Only one that never ran: else `session-running` or
 * `session-over`. Refuses `changed-meanwhile` too: nobody removes what they have not seen.
 */
export function removeSession(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, sessionId, version }: SessionRemoval,
): Promise<Result<Removed>> {
  return carryOut(caller, { commandId, action: "session.remove" }, async (tx): Promise<Result<Done<Removed>>> => {
    const authorised = await authorise(tx, caller.actor, { action: "session.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const found = await findSession(tx, sessionId);
    if (found?.assemblyId !== assemblyId) return refuse("session-unknown");
    if (version !== undefined && version !== found.version) return refuse("changed-meanwhile");
    const changeable = checkChangeable(found.state);
    if (!changeable.ok) return changeable;
    if (await hasRounds(tx, sessionId)) return refuse("session-over");
    await deleteSession(tx, sessionId);
    return accept({
      value: { sessionId },
      journal: [
        {
          action: "session.remove",
          assemblyId,
          subject: { kind: "session", id: sessionId },
          data: { title: found.title, startsAt: found.startsAt },
        },
      ],
    });
  });
}

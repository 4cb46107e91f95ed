import { rights } from "~/app/domain/assembly/rights";
import type { Role } from "~/app/domain/assembly/role";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { HelpCallId } from "~/app/domain/deliberation/live-state";
import { newId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { insertHelpCall, listOpenHelpCalls } from "~/db/repositories/help-call";
import type { Caller } from "../../context";
import { helpFacts } from "./help-facts";
import { done, enterGroup, inSession } from "./in-session";

/** Calls for help; a second call before the answer is the same call. */
export function callHelp(
  caller: Caller,
  commandId: string | null,
  { sessionId, groupId }: LiveCommands["call-help"],
): Promise<Result<{ readonly callId: HelpCallId }>> {
  return inSession(caller, { commandId, action: "help.call", right: "help.call", sessionId }, async (live) => {
    if (groupId !== null) {
      const entered = await enterGroup(live, "help.call", groupId);
      if (!entered.ok) return entered;
    }
    const calling = live.held.find(({ role }) => (rights["help.call"].to as readonly Role[]).includes(role));
    if (!calling || caller.actor.kind !== "person") return refuse("role-not-permitted");
    const { participationId } = calling;
    const open = await listOpenHelpCalls(live.tx, sessionId);
    const before = open.find((call) => call.participationId === participationId);
    if (before) return done({ callId: before.id });
    const callId = newId<"help-call">(caller.app.random);
    const call = { sessionId, groupId, participationId, calledAt: live.now, answeredAt: null, answeredBy: null };
    await insertHelpCall(live.tx, { ...call, id: callId });
    const payload = { callId, participationId, groupId, calledAtMs: live.nowMs };
    return done({ callId }, helpFacts(sessionId, caller.actor.personId, { type: "help-called", payload }));
  });
}

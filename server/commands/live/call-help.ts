import { isGivenTo } from "~/app/domain/assembly/rights";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { HelpCallId } from "~/app/domain/deliberation/live-state";
import { type CommandId, newId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { insertHelpCall, listHelpCalls } from "~/db/repositories/help-call";
import type { Caller } from "../../context";
import { helpCallOf } from "../../kernel/live/load-live";
import { helpFacts } from "./help-facts";
import { done, enterGroup, inSession } from "./in-session";

/** Calls for help; a second call before it is over is the same call. */
export function callHelp(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId }: LiveCommands["call-help"],
): Promise<Result<{ readonly callId: HelpCallId }>> {
  return inSession(caller, { commandId, action: "help.call", right: "help.call", sessionId }, async (live) => {
    if (groupId !== null) {
      const entered = await enterGroup(live, "help.call", groupId);
      if (!entered.ok) return entered;
    }
    const calling = live.held.find(({ role }) => isGivenTo("help.call", role));
    if (!calling) return refuse("role-not-permitted");
    const { participationId } = calling;
    const calls = await listHelpCalls(live.tx, sessionId);
    const before = calls.find((call) => call.participationId === participationId && call.closedAt === null);
    if (before) return done({ callId: before.id });
    const callId = newId<"help-call">(caller.app.random);
    const nobody = { answeredAt: null, answeredBy: null, closedAt: null, closedBy: null, closedHow: null };
    const call = { id: callId, sessionId, groupId, participationId, calledAt: live.now, ...nobody };
    await insertHelpCall(live.tx, call);
    return done({ callId }, await helpFacts(live, call, { type: "help-called", payload: helpCallOf(call) }));
  });
}

import { isGivenTo } from "~/app/domain/assembly/rights";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { closeCall } from "~/app/domain/deliberation/help-call";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accepted, type Result, refuse } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { helpCallOf } from "../../kernel/live/load-live";
import { findCall, mayAnswer, moveCall } from "./help-facts";
import { done, inSession } from "./in-session";

/** A call for help is over: settled, by who may answer it, or no longer needed, by who called. */
export function closeHelp(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, callId }: LiveCommands["close-help"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "help.close", right: "session.attend", sessionId }, async (live) => {
    const call = await findCall(live, callId);
    if (!call.ok) return call;
    const own = live.held.find(({ participationId }) => participationId === call.value.participationId);
    const permitted = own ? accepted : await mayAnswer(live, call.value);
    if (!permitted.ok) return permitted;
    const answers = live.held.find(({ role }) => isGivenTo("help.answer-in-group", role));
    const by = own ?? answers;
    if (!by) return refuse("role-not-permitted");
    const closed = closeCall(helpCallOf(call.value), by.participationId, live.nowMs);
    return done(null, closed ? await moveCall(live, call.value, closed) : []);
  });
}

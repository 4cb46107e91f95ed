import { isGivenTo } from "~/app/domain/assembly/rights";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { takeCall } from "~/app/domain/deliberation/help-call";
import type { CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { helpCallOf } from "../../kernel/live/load-live";
import { findCall, mayAnswer, moveCall } from "./help-facts";
import { done, inSession } from "./in-session";

/** Says to who called that one is on the way. A call that somebody else took stays theirs. */
export function answerHelp(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, callId }: LiveCommands["answer-help"],
): Promise<Result<null>> {
  const order = { commandId, action: "help.answer", right: "help.answer-in-group", sessionId } as const;
  return inSession(caller, order, async (live) => {
    const call = await findCall(live, callId);
    if (!call.ok) return call;
    const permitted = await mayAnswer(live, call.value);
    if (!permitted.ok) return permitted;
    const answering = live.held.find(({ role }) => isGivenTo("help.answer-in-group", role));
    if (!answering) return refuse("role-not-permitted");
    const taken = takeCall(helpCallOf(call.value), answering.participationId, live.nowMs);
    if (!taken.ok) return taken;
    return done(null, taken.value ? await moveCall(live, call.value, taken.value) : []);
  });
}

import { rights } from "~/app/domain/assembly/rights";
import type { Role } from "~/app/domain/assembly/role";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { answerHelpCall, findHelpCall } from "~/db/repositories/help-call";
import { findParticipation } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import { helpFacts } from "./help-facts";
import { done, inSession } from "./in-session";

/** Takes charge of a call for help. A call that somebody else answered stays theirs. */
export function answerHelp(
  caller: Caller,
  commandId: string | null,
  { sessionId, callId }: LiveCommands["answer-help"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "help.answer", right: "help.answer", sessionId }, async (live) => {
    const call = await findHelpCall(live.tx, callId);
    if (call?.sessionId !== sessionId) return refuse("help-call-unknown");
    const answering = live.held.find(({ role }) => (rights["help.answer"].to as readonly Role[]).includes(role));
    if (!answering) return refuse("role-not-permitted");
    const answer = { answeredBy: answering.participationId, answeredAt: live.now };
    if (!(await answerHelpCall(live.tx, callId, answer))) return done(null);
    const calling = await findParticipation(live.tx, call.participationId);
    if (!calling) throw new Error(`participation ${call.participationId} is gone`);
    return done(null, helpFacts(sessionId, calling.personId, { type: "help-answered", payload: { callId } }));
  });
}

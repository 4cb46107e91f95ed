import type { ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import type { HelpCall, HelpProgress, LiveState } from "./live-state";
import { byCalling } from "./reduce-help";

type Call = Pick<HelpCall, "participationId" | "progress">;

/** Somebody says that they come. Null when somebody does already, or it is over. Refuses with `help-call-own`. */
export function takeCall(call: Call, byId: ParticipationId, nowMs: number): Result<HelpProgress | null> {
  if (call.participationId === byId) return refuse("help-call-own");
  return accept(call.progress.kind === "open" ? { kind: "taken", byId, atMs: nowMs } : null);
}

/** The call is over: who called says that it is not needed any more, anybody else that they helped. Null when it was over. */
export function closeCall(call: Call, byId: ParticipationId, nowMs: number): HelpProgress | null {
  if (call.progress.kind === "closed") return null;
  const how = call.participationId === byId ? "not-needed" : "helped";
  return { kind: "closed", how, byId, atMs: nowMs };
}

/** The calls that the person may answer and that are not over, the longest waiting first; never their own. */
export function callsToAnswer(
  { me, help, groupCalls }: Pick<LiveState, "me" | "help" | "groupCalls">,
  mine: ReadonlySet<ParticipationId>,
): readonly HelpCall[] {
  const heard = me.may.answerHelp ? help : Object.values(groupCalls).flat().sort(byCalling);
  return heard.filter(({ participationId, progress }) => progress.kind !== "closed" && !mine.has(participationId));
}

/** The person's own last call; undefined before the first. */
export function ownCall({ help }: Pick<LiveState, "help">, mine: ReadonlySet<ParticipationId>): HelpCall | undefined {
  return help.findLast(({ participationId }) => mine.has(participationId));
}

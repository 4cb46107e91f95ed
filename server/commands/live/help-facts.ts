import { permits } from "~/app/domain/assembly/permits";
import type { HelpFact } from "~/app/domain/deliberation/facts";
import type { HelpCallId, HelpProgress } from "~/app/domain/deliberation/live-state";
import { callsStream, cockpitStream, personStream } from "~/app/domain/deliberation/streams";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { changeHelpCall, findHelpCall, type HelpCallRow } from "~/db/repositories/help-call";
import { findParticipation } from "~/db/repositories/participation";
import type { FactNote } from "../../kernel/carry-out";
import { enterGroup, helpFact, type Live } from "./in-session";

type Called = Pick<HelpCallRow, "sessionId" | "groupId" | "participationId">;

/** The same fact for those who answer everywhere, those who lead the group it came from, and the person who called. */
export async function helpFacts({ tx }: Live, call: Called, fact: HelpFact): Promise<readonly FactNote[]> {
  const calling = await findParticipation(tx, call.participationId);
  if (!calling) throw new Error(`participation ${call.participationId} is gone`);
  const streams = [cockpitStream(call.sessionId), personStream(call.sessionId, calling.personId)];
  if (call.groupId) streams.push(callsStream(call.groupId));
  return streams.map((stream) => helpFact(stream, fact));
}

/** A call of this session. Refuses with `help-call-unknown`. */
export async function findCall({ tx, session }: Live, callId: HelpCallId): Promise<Result<HelpCallRow>> {
  const call = await findHelpCall(tx, callId);
  return call?.sessionId === session.id ? accept(call) : refuse("help-call-unknown");
}

/** Whether the caller may answer: everywhere, or what comes from a group they lead. */
export async function mayAnswer(live: Live, { groupId }: Pick<HelpCallRow, "groupId">): Promise<Result<unknown>> {
  if (groupId) return enterGroup(live, "help.answer-in-group", groupId);
  return permits(live.caller.actor, "help.answer", live.scope);
}

/** Writes how a call stands now, and tells those whom it concerns. */
export async function moveCall(live: Live, call: HelpCallRow, progress: HelpProgress): Promise<readonly FactNote[]> {
  switch (progress.kind) {
    case "open":
      throw new Error("a call does not open again");
    case "taken":
      await changeHelpCall(live.tx, call.id, { answeredBy: progress.byId, answeredAt: new Date(progress.atMs) });
      break;
    case "closed": {
      const { byId: closedBy, how: closedHow, atMs } = progress;
      await changeHelpCall(live.tx, call.id, { closedBy, closedHow, closedAt: new Date(atMs) });
    }
  }
  return helpFacts(live, call, { type: "help-moved", payload: { callId: call.id, progress } });
}

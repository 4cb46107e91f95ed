import { groupIn } from "~/app/domain/deliberation/place-of";
import { callsStream } from "~/app/domain/deliberation/streams";
import type { RoundId } from "~/app/domain/kernel/ids";
import { changeHelpCall, listHelpCalls } from "~/db/repositories/help-call";
import type { FactNote } from "../../kernel/carry-out";
import { helpCallOf, loadRound } from "../../kernel/live/load-live";
import { helpFacts } from "./help-facts";
import { helpFact, type Live } from "./in-session";

/**
 * Calls for help that are not over go where their callers went: called after whatever places somebody anew. `roundId`: the round that is
 * open from now on; null when everybody is in the plenary. Those who lead the group left hear of them no more, those of the new one do.
 */
export async function carryCalls(live: Live, roundId: RoundId | null): Promise<readonly FactNote[]> {
  const { tx, session } = live;
  const round = await loadRound(tx, { roundId });
  const facts: FactNote[] = [];
  for (const call of await listHelpCalls(tx, session.id)) {
    const groupId = (round && groupIn(round, call.participationId)) ?? null;
    if (call.closedAt !== null || groupId === call.groupId) continue;
    await changeHelpCall(tx, call.id, { groupId });
    const carried = { ...call, groupId };
    facts.push(...(await helpFacts(live, carried, { type: "help-carried", payload: helpCallOf(carried) })));
    if (!call.groupId) continue;
    facts.push(helpFact(callsStream(call.groupId), { type: "help-gone", payload: { callId: call.id } }));
  }
  return facts;
}

import type { ResponseState } from "~/app/domain/follow-up/response-state";
import { type AssemblyId, type CommandId, newId, type RecommendationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { appendResponse, listResponses } from "~/db/repositories/authority-response";
import { findRecommendation } from "~/db/repositories/recommendation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { responsesMark } from "../../kernel/site/responses-mark";

export interface ResponseOrder extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly recommendationId: RecommendationId;
  readonly state: ResponseState;
  readonly text: Localised;
  readonly answeredOn: Date;
}

/**
 * Records what the authority answered to a recommendation; earlier answers stay on record.
 * Refuses with `recommendation-unknown`, `answer-in-the-future`, `changed-meanwhile` when somebody else has recorded one since, and what `authorise` refuses.
 */
export async function recordResponse(
  caller: Caller,
  commandId: CommandId | null,
  order: ResponseOrder,
): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut<null>(caller, { commandId, action: "response.record" }, async (tx) => {
    const { assemblyId, recommendationId, state, text, answeredOn } = order;
    const authorised = await authorise(tx, actor, { action: "response.record", assemblyId });
    if (!authorised.ok) return authorised;
    if (actor.kind !== "person") return refuse("sign-in-needed");
    const recommendation = await findRecommendation(tx, recommendationId);
    if (recommendation?.assemblyId !== assemblyId) return refuse("recommendation-unknown");
    const at = app.clock.now();
    if (answeredOn > at) return refuse("answer-in-the-future", {}, "answeredOn");
    const recorded = (await listResponses(tx, assemblyId)).filter((row) => row.recommendationId === recommendationId);
    const same = checkSeen(responsesMark(recorded), order.seen);
    if (!same.ok) return same;
    const id = newId<"authority-response">(app.random);
    await appendResponse(tx, { id, recommendationId, state, text, answeredOn, by: actor.personId, at });
    const subject = { kind: "recommendation", id: recommendationId };
    return accept({ value: null, journal: [{ action: "response.record", assemblyId, subject, data: { state } }] });
  });
}

import { membershipIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId, QuestionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { supportQuestion as decide } from "~/app/domain/learning/question";
import { addSupport, findQuestion, removeSupport } from "~/db/repositories/question";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface SupportQuestion {
  readonly assemblyId: AssemblyId;
  readonly questionId: QuestionId;
  /** False takes the support back. */
  readonly support: boolean;
}

/** Supports another member's question, once, or takes it back. Refuses `question-unknown` and `own-question`. */
export async function supportQuestion(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, questionId, support }: SupportQuestion,
): Promise<Result<{ support: boolean }>> {
  return carryOut(caller, { commandId, action: "question.support" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "question.ask", assemblyId });
    if (!authorised.ok) return authorised;
    const question = await findQuestion(tx, { assemblyId, questionId });
    const member = membershipIn(caller.actor, assemblyId);
    if (!question || !member) return refuse("question-unknown");
    const decision = decide(question, member.participationId);
    if (!decision.ok) return decision;
    const row = { questionId, participationId: member.participationId };
    if (support) await addSupport(tx, row, caller.app.clock.now());
    else await removeSupport(tx, row);
    const action = support ? "question.support" : "question.support-back";
    return accept({
      value: { support },
      journal: [{ action, assemblyId, subject: { kind: "question", id: questionId } }],
    });
  });
}

import { rolesIn } from "~/app/domain/assembly/actor";
import { isGivenTo } from "~/app/domain/assembly/rights";
import type { AssemblyId, CommandId, QuestionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkQuestionAnswer } from "~/app/domain/learning/question";
import { findQuestion, saveQuestionAnswer } from "~/db/repositories/question";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface AnswerQuestion {
  readonly assemblyId: AssemblyId;
  readonly questionId: QuestionId;
  readonly answer: string;
  /** When the answer that the page showed was given (UTC ms); null where it showed none. */
  readonly seenAtMs: number | null;
}

/**
 * Answers a question in writing, or changes the answer. Refuses what `checkQuestionAnswer` refuses, `question-unknown`, and
 * `changed-meanwhile` when somebody else answered since the page was shown.
 */
export async function answerQuestion(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, questionId, answer, seenAtMs }: AnswerQuestion,
): Promise<Result<{ questionId: QuestionId }>> {
  return carryOut(caller, { commandId, action: "question.answer" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "question.answer", assemblyId });
    if (!authorised.ok) return authorised;
    const question = await findQuestion(tx, { assemblyId, questionId });
    const held = rolesIn(caller.actor, assemblyId).find(({ role }) => isGivenTo("question.answer", role));
    if (!question || !held) return refuse("question-unknown");
    const checked = checkQuestionAnswer(answer);
    if (!checked.ok) return checked;
    if ((question.answeredAt?.getTime() ?? null) !== seenAtMs) return refuse("changed-meanwhile", {}, "answer");
    const answeredAt = caller.app.clock.now();
    await saveQuestionAnswer(tx, questionId, { answer: checked.value, answeredBy: held.participationId, answeredAt });
    return accept({
      value: { questionId },
      journal: [{ action: "question.answer", assemblyId, subject: { kind: "question", id: questionId } }],
    });
  });
}

import { membershipIn } from "~/app/domain/assembly/actor";
import { type AssemblyId, type CommandId, newId, type QuestionId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkQuestion } from "~/app/domain/learning/question";
import { insertQuestion } from "~/db/repositories/question";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface AskQuestion {
  readonly assemblyId: AssemblyId;
  readonly text: string;
  readonly language: Locale;
}

/** Asks the experts. Refuses what `checkQuestion` refuses. */
export async function askQuestion(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, text, language }: AskQuestion,
): Promise<Result<{ questionId: QuestionId }>> {
  const { clock, random } = caller.app;
  return carryOut(caller, { commandId, action: "question.ask" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "question.ask", assemblyId });
    if (!authorised.ok) return authorised;
    const member = membershipIn(caller.actor, assemblyId);
    if (!member) return refuse("role-not-permitted");
    const checked = checkQuestion(text);
    if (!checked.ok) return checked;
    const id = newId<"question">(random);
    const asked = { askedBy: member.participationId, text: checked.value, language, askedAt: clock.now() };
    await insertQuestion(tx, { id, assemblyId, ...asked, answer: null, answeredBy: null, answeredAt: null });
    return accept({
      value: { questionId: id },
      journal: [{ action: "question.ask", assemblyId, subject: { kind: "question", id } }],
    });
  });
}

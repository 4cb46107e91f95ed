import { membershipIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId, TaskId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkAnswer, type Sharing } from "~/app/domain/learning/task";
import { findAnswer, findTask, saveAnswer } from "~/db/repositories/learning-task";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { isShown } from "../../kernel/learn/is-shown";
import { answerMark } from "../../kernel/learn/learn-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

export interface AnswerTask extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly taskId: TaskId;
  readonly text: string;
  readonly language: Locale;
  /** Who would read it, as the page said when it was written. */
  readonly sharing: Sharing;
}

/**
 * Keeps a member's answer, instead of the one before. Refuses what `checkAnswer` refuses, `task-unknown`, `sharing-changed`: the
 * answer would be read by more people than the page said, and `changed-meanwhile`: it was changed on another device.
 */
export async function answerTask(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, taskId, text, language, sharing, seen }: AnswerTask,
): Promise<Result<{ savedAtMs: number }>> {
  return carryOut(caller, { commandId, action: "task.answer" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "task.answer", assemblyId });
    if (!authorised.ok) return authorised;
    const task = await findTask(tx, { assemblyId, taskId });
    const member = membershipIn(caller.actor, assemblyId);
    if (!task || !member || !(await isShown(tx, assemblyId, task.phaseId))) return refuse("task-unknown");
    if (task.sharing === "group" && sharing === "private") return refuse("sharing-changed");
    const checked = checkAnswer(text);
    if (!checked.ok) return checked;
    const stored = await findAnswer(tx, taskId, member.participationId);
    const same = checkSeen(answerMark(stored), seen);
    if (!same.ok) return same;
    const answeredAt = caller.app.clock.now();
    await saveAnswer(tx, {
      taskId,
      participationId: member.participationId,
      text: checked.value,
      language,
      answeredAt,
    });
    return accept({
      value: { savedAtMs: answeredAt.getTime() },
      journal: [{ action: "task.answer", assemblyId, subject: { kind: "task", id: taskId } }],
    });
  });
}

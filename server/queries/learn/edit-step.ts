import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { StepKey } from "~/app/domain/learning/step-order";
import { findTask, hasAnswers, type TaskRow } from "~/db/repositories/learning-task";
import { findMaterial, type MaterialRow } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { materialMark, taskMark } from "../../kernel/learn/learn-marks";
import { learningDesk } from "./learning-desk";

type Kept<Row> = Omit<Row, "createdAt" | "removedAt" | "assemblyId" | "position">;

export interface EditedStep {
  readonly languages: readonly Locale[];
  readonly phases: readonly { readonly id: PhaseId; readonly kind: PhaseKind; readonly startsAtMs: number }[];
  /** Goes back with what is saved over it; null for a new one. */
  readonly mark: string | null;
  readonly material: Kept<MaterialRow> | null;
  readonly task: (Kept<TaskRow> & { readonly answered: boolean }) | null;
}

/** A step, or one that is not there yet. */
export type StepOrNew = StepKey | { readonly kind: StepKey["kind"]; readonly id: "new" };

/** What the page that adds or edits a step shows; `step.id` "new" adds one. Refuses `material-unknown`, `task-unknown`. */
export async function editedStep(
  caller: Caller,
  { assemblyId, step }: { readonly assemblyId: AssemblyId; readonly step: StepOrNew },
): Promise<Result<EditedStep>> {
  const db = caller.app.stores.main;
  const authorised = await authorise(db, caller.actor, { action: "material.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const desk = await learningDesk(caller, { assemblyId });
  if (!desk.ok) return desk;
  const frame = {
    languages: authorised.value.assembly.languages,
    phases: desk.value.phases.map(({ id, kind, startsAtMs }) => ({ id, kind, startsAtMs })),
  };
  if (step.id === "new") return accept({ ...frame, mark: null, material: null, task: null });
  if (step.kind === "material") {
    const row = await findMaterial(db, { assemblyId, materialId: step.id });
    if (!row) return refuse("material-unknown");
    const { id, phaseId, kind, title, body, url, minutes, public: isPublic } = row;
    return accept({
      ...frame,
      mark: materialMark(row),
      task: null,
      material: { id, phaseId, kind, title, body, url, minutes, public: isPublic },
    });
  }
  const row = await findTask(db, { assemblyId, taskId: step.id });
  if (!row) return refuse("task-unknown");
  const { id, phaseId, title, prompt, sharing, minutes } = row;
  const answered = await hasAnswers(db, id);
  const mark = taskMark(row);
  return accept({ ...frame, mark, material: null, task: { id, phaseId, title, prompt, sharing, minutes, answered } });
}

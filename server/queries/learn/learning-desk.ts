import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { MaterialKind } from "~/app/domain/learning/material";
import { shownPhases } from "~/app/domain/learning/shown-phases";
import { inOrder } from "~/app/domain/learning/step-order";
import type { Sharing } from "~/app/domain/learning/task";
import { countAnswers, countMembers, listTasks, type TaskRow } from "~/db/repositories/learning-task";
import { countMaterialsDone, listMaterials, type MaterialRow } from "~/db/repositories/material";
import { listPhases, openPhaseIds } from "~/db/repositories/phase";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { materialMark, taskMark } from "../../kernel/learn/learn-marks";

export interface DeskStep {
  readonly kind: "material" | "task";
  readonly id: string;
  readonly position: number;
  readonly title: Localised;
  readonly minutes: number;
  readonly is: MaterialKind | Sharing;
  readonly public: boolean;
  /** Goes back with its removal. */
  readonly mark: string;
  /** How many members have read or answered it. */
  readonly done: number;
}

export interface DeskPhase {
  readonly id: PhaseId;
  readonly kind: PhaseKind;
  readonly startsAtMs: number;
  /** Members see it now. */
  readonly shown: boolean;
  readonly steps: readonly DeskStep[];
}

export interface LearningDesk {
  readonly phases: readonly DeskPhase[];
  readonly members: number;
}

const learningKinds: readonly PhaseKind[] = ["skills", "learning", "deliberation", "drafting"];

/** What members are given to learn, phase by phase, and how many have done each step. */
export async function learningDesk(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<LearningDesk>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "material.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const itinerary = await listPhases(db, assemblyId);
  const shown = shownPhases(itinerary, await openPhaseIds(db, assemblyId));
  const steps = await deskSteps(db, assemblyId);
  const phases = itinerary
    .map((phase) => ({ phase, steps: steps.filter(({ phaseId }) => phaseId === phase.id) }))
    .filter(({ phase, steps: own }) => learningKinds.includes(phase.kind) || own.length > 0)
    .map(({ phase, steps: own }) => ({
      id: phase.id,
      kind: phase.kind,
      startsAtMs: phase.startsAt.getTime(),
      shown: shown.includes(phase),
      steps: inOrder(own.map(({ phaseId: _, ...step }) => step)),
    }));
  return accept({ phases, members: await countMembers(db, assemblyId) });
}

function placed({ id, phaseId, position, title, minutes }: MaterialRow | TaskRow) {
  return { id, phaseId, position, title, minutes };
}

async function deskSteps(
  db: Caller["app"]["stores"]["main"],
  assemblyId: AssemblyId,
): Promise<(DeskStep & { readonly phaseId: PhaseId })[]> {
  const materials = await listMaterials(db, assemblyId);
  const tasks = await listTasks(db, assemblyId);
  const read = await countMaterialsDone(
    db,
    materials.map(({ id }) => id),
  );
  const answered = await countAnswers(
    db,
    tasks.map(({ id }) => id),
  );
  return [
    ...materials.map((row) => ({
      ...placed(row),
      kind: "material" as const,
      is: row.kind,
      public: row.public,
      mark: materialMark(row),
      done: read.get(row.id) ?? 0,
    })),
    ...tasks.map((row) => ({
      ...placed(row),
      kind: "task" as const,
      is: row.sharing,
      public: false,
      mark: taskMark(row),
      done: answered.get(row.id) ?? 0,
    })),
  ];
}

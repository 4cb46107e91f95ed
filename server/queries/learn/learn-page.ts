import { rolesIn } from "~/app/domain/assembly/actor";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AssemblyId, PhaseId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { MaterialKind } from "~/app/domain/learning/material";
import { type Progress, progressOf } from "~/app/domain/learning/progress";
import { shownPhases } from "~/app/domain/learning/shown-phases";
import { inOrder } from "~/app/domain/learning/step-order";
import type { Sharing } from "~/app/domain/learning/task";
import { listTasks, listTasksAnswered } from "~/db/repositories/learning-task";
import { listMaterials, listMaterialsDone } from "~/db/repositories/material";
import { listPhases, openPhaseIds } from "~/db/repositories/phase";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** One thing to read, watch or answer, and whether the person who looks has done it. */
export interface LearnStep {
  readonly kind: "material" | "task";
  readonly id: string;
  readonly position: number;
  readonly title: Localised;
  readonly minutes: number;
  readonly done: boolean;
  readonly is: MaterialKind | Sharing;
}

export interface LearnPhase {
  readonly id: PhaseId;
  readonly kind: PhaseKind;
  readonly open: boolean;
  readonly endsAtMs: number;
  readonly steps: readonly LearnStep[];
  readonly progress: Progress;
}

export interface LearnPage {
  readonly phases: readonly LearnPhase[];
  readonly progress: Progress;
  /** Whether tasks are for this person: members answer them, the team reads along. */
  readonly isMember: boolean;
}

/** What the person who asks can read and do, by phase; phases to come and phases without anything are left out. */
export async function learnPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<LearnPage>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "material.read", assemblyId });
  if (!authorised.ok) return authorised;
  const held = rolesIn(actor, assemblyId);
  const own = held.find(({ role }) => role === "member") ?? held[0];
  const read = new Set<string>(own ? await listMaterialsDone(db, own.participationId) : []);
  const answered = new Set<string>(own ? await listTasksAnswered(db, own.participationId) : []);
  const open = await openPhaseIds(db, assemblyId);
  const shown = shownPhases(await listPhases(db, assemblyId), open);
  const isMember = own?.role === "member";
  const materials = (await listMaterials(db, assemblyId)).map((row) => ({
    ...step("material", row, read),
    phaseId: row.phaseId,
    is: row.kind,
  }));
  const tasks = (await listTasks(db, assemblyId)).map((row) => ({
    ...step("task", row, answered),
    phaseId: row.phaseId,
    is: row.sharing,
  }));
  const all = inOrder<LearnStep & { phaseId: PhaseId }>(isMember ? [...materials, ...tasks] : materials);
  const phases = shown
    .map((phase) => ({ phase, steps: all.filter(({ phaseId }) => phaseId === phase.id) }))
    .filter(({ steps }) => steps.length > 0)
    .map(({ phase: { id, kind, endsAt }, steps }) => ({
      id,
      kind,
      open: open.includes(id),
      endsAtMs: endsAt.getTime(),
      steps: steps.map(({ phaseId: _, ...rest }) => rest),
      progress: progressOf(steps),
    }));
  return accept({ phases, progress: progressOf(phases.flatMap(({ steps }) => steps)), isMember });
}

function step<Kind extends "material" | "task">(
  kind: Kind,
  row: { readonly id: string; readonly position: number; readonly title: Localised; readonly minutes: number },
  done: ReadonlySet<string>,
) {
  const { id, position, title, minutes } = row;
  return { kind, id, position, title, minutes, done: done.has(id) };
}

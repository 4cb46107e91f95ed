import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, MaterialId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MaterialKind } from "~/app/domain/learning/material";
import { findMaterial, listMaterialsDone } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { isShown } from "../../kernel/learn/is-shown";
import { type LearnStep, learnPage } from "./learn-page";

export interface MaterialPage {
  readonly id: MaterialId;
  readonly kind: MaterialKind;
  readonly title: Localised;
  readonly body: Localised;
  readonly url: string | null;
  readonly minutes: number;
  readonly done: boolean;
  /** What comes after it in its phase, if anything does. */
  readonly next: Pick<LearnStep, "kind" | "id" | "title"> | null;
  /** An organiser reads what members do not see yet. */
  readonly early: boolean;
}

/** One material, to read. Refuses `material-unknown`, also for what members do not see yet. */
export async function materialPage(
  caller: Caller,
  { assemblyId, materialId }: { readonly assemblyId: AssemblyId; readonly materialId: MaterialId },
): Promise<Result<MaterialPage>> {
  const { app, actor } = caller;
  const db = app.stores.main;
  const mayEdit = (await authorise(db, actor, { action: "material.edit", assemblyId })).ok;
  if (!mayEdit) {
    const authorised = await authorise(db, actor, { action: "material.read", assemblyId });
    if (!authorised.ok) return authorised;
  }
  const material = await findMaterial(db, { assemblyId, materialId });
  if (!material) return refuse("material-unknown");
  const early = !(await isShown(db, assemblyId, material.phaseId));
  if (early && !mayEdit) return refuse("material-unknown");
  const [held] = rolesIn(actor, assemblyId);
  const done = held !== undefined && (await listMaterialsDone(db, held.participationId)).includes(materialId);
  const { id, kind, title, body, url, minutes } = material;
  return accept({ id, kind, title, body, url, minutes, done, early, next: await stepAfter(caller, assemblyId, id) });
}

async function stepAfter(caller: Caller, assemblyId: AssemblyId, id: string): Promise<MaterialPage["next"]> {
  const page = await learnPage(caller, { assemblyId });
  const steps = page.ok ? page.value.phases.flatMap((phase) => phase.steps) : [];
  const next = steps[steps.findIndex((step) => step.id === id) + 1];
  return next && steps.some((step) => step.id === id) ? { kind: next.kind, id: next.id, title: next.title } : null;
}

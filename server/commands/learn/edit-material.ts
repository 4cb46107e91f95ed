import { type AssemblyId, type CommandId, type MaterialId, newId, type PhaseId } from "~/app/domain/kernel/ids";
import { accept, accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { checkMaterial, type MaterialDraft } from "~/app/domain/learning/material";
import { changeMaterial, findMaterial, insertMaterial } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { materialMark } from "../../kernel/learn/learn-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { placeStep } from "./place-step";

export interface SaveMaterial extends FilledFrom {
  readonly assemblyId: AssemblyId;
  /** Null for a new one. */
  readonly materialId: MaterialId | null;
  readonly phaseId: PhaseId;
  readonly draft: MaterialDraft;
}

/** Adds a material at the end of a phase, or changes one. Refuses what `checkMaterial` refuses, `phase-unknown`, `material-unknown` and `changed-meanwhile`. */
export async function editMaterial(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, materialId, phaseId, draft, seen }: SaveMaterial,
): Promise<Result<{ materialId: MaterialId }>> {
  const { clock, random } = caller.app;
  return carryOut(caller, { commandId, action: "material.edit" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "material.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const checked = checkMaterial(draft);
    if (!checked.ok) return checked;
    const before = materialId === null ? undefined : await findMaterial(tx, { assemblyId, materialId });
    if (materialId !== null && !before) return refuse("material-unknown");
    const same = before ? checkSeen(materialMark(before), seen) : accepted;
    if (!same.ok) return same;
    const placed = await placeStep(tx, { assemblyId, phaseId, before });
    if (!placed.ok) return placed;
    const change = { ...checked.value, phaseId, position: placed.value };
    const id = before?.id ?? newId<"material">(random);
    if (before) await changeMaterial(tx, id, change);
    else await insertMaterial(tx, { id, assemblyId, ...change, removedAt: null, createdAt: clock.now() });
    const action = before ? "material.change" : "material.add";
    const data = { kind: draft.kind, public: draft.public };
    return accept({
      value: { materialId: id },
      journal: [{ action, assemblyId, subject: { kind: "material", id }, data }],
    });
  });
}

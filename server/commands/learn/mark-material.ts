import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId, MaterialId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { deleteMaterialMark, findMaterial, saveMaterialMark } from "~/db/repositories/material";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { isShown } from "../../kernel/learn/is-shown";

export interface MarkMaterial {
  readonly assemblyId: AssemblyId;
  readonly materialId: MaterialId;
  /** False takes the mark away. */
  readonly done: boolean;
}

/** Marks a material as read by the person who asks, or takes the mark away. Refuses `material-unknown`. */
export async function markMaterial(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, materialId, done }: MarkMaterial,
): Promise<Result<{ done: boolean }>> {
  return carryOut(caller, { commandId, action: "material.mark" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "material.read", assemblyId });
    if (!authorised.ok) return authorised;
    const material = await findMaterial(tx, { assemblyId, materialId });
    const [held] = rolesIn(caller.actor, assemblyId);
    if (!material || !held || !(await isShown(tx, assemblyId, material.phaseId))) return refuse("material-unknown");
    const mark = { materialId, participationId: held.participationId };
    if (done) await saveMaterialMark(tx, mark, caller.app.clock.now());
    else await deleteMaterialMark(tx, mark);
    const action = done ? "material.mark-read" : "material.mark-unread";
    return accept({
      value: { done },
      journal: [{ action, assemblyId, subject: { kind: "material", id: materialId } }],
    });
  });
}

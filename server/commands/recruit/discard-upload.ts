import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { deletePoolFile, findPoolFile } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../kernel/authorise";
import { carryOut } from "../kernel/carry-out";
import { poolStillOpen } from "./pool-still-open";

/** Removes the uploaded file that waits for its columns; nothing to remove is fine. Refuses as `uploadPool` does. */
export async function discardUpload(
  caller: Caller,
  commandId: string | null,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<null>> {
  return carryOut(caller, { commandId, action: "pool.discard-upload" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "pool.import", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    const file = await findPoolFile(tx, assemblyId);
    if (file) await deletePoolFile(tx, file.id);
    const subject = { kind: "pool-file", ...(file && { id: file.id }) };
    return accept({ value: null, journal: [{ action: "pool.discard-upload", assemblyId, subject }] });
  });
}

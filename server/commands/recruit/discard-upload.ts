import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findPool } from "~/db/repositories/pool";
import { findPoolFile, leavePoolFile } from "~/db/repositories/pool-file";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { uploadMark } from "../../kernel/recruit/recruit-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

/** Removes the uploaded file that waits for its columns; nothing to remove is fine. Refuses as `uploadPool` does, also when another file waits by now. */
export async function discardUpload(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, seen }: { readonly assemblyId: AssemblyId } & FilledFrom,
): Promise<Result<null>> {
  return carryOut(caller, { commandId, action: "pool.discard-upload" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "pool.import", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    const file = await findPoolFile(tx, assemblyId);
    const same = checkSeen(uploadMark(await findPool(tx, assemblyId), file), seen);
    if (!same.ok) return same;
    if (file) await leavePoolFile(tx, file.id);
    const subject = { kind: "pool-file", ...(file && { id: file.id }) };
    return accept({
      value: null,
      journal: [{ action: "pool.discard-upload", assemblyId, subject }],
      wake: ["forgotten-uploads"],
    });
  });
}

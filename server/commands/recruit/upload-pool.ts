import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkTable } from "~/app/domain/kernel/table-limits";
import { checkHeader } from "~/app/domain/recruitment/pool-columns";
import {
  deletePoolFile,
  findPool,
  findPoolFile,
  insertPoolFile,
  insertPoolFilePart,
  type PoolFileId,
} from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { uploadMark } from "../../kernel/recruit/recruit-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

/** Rows that are written, checked and read together. */
const PART_ROWS = 500;

export interface UploadPool extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of the first of them in the spreadsheet; 2 unless blank lines came before the header. */
  readonly firstRow?: number;
}

/**
 * Keeps a file's rows until the organiser has said what its columns are; a file uploaded before makes way.
 * Refuses as `authorise` does, `pool-already-drawn`, `draw-under-way`, `import-under-way`, what `checkHeader` and
 * `checkTable` refuse, and `changed-meanwhile` when somebody else has sent or imported a file since.
 */
export async function uploadPool(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, fileName, header, rows, firstRow = 2, seen }: UploadPool,
): Promise<Result<{ readonly fileId: PoolFileId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const headed = checkHeader(header);
  const fits = headed.ok ? checkTable(header, rows) : headed;
  return carryOut(caller, { commandId, action: "pool.upload" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "pool.import", assemblyId });
    if (!authorised.ok) return authorised;
    const open = await poolStillOpen(tx, assemblyId);
    if (!open.ok) return open;
    if (!fits.ok) return { ok: false, refusal: { ...fits.refusal, field: "file" } };
    const before = await findPoolFile(tx, assemblyId);
    const same = checkSeen(uploadMark(await findPool(tx, assemblyId), before), seen);
    if (!same.ok) return same;
    if (before) await deletePoolFile(tx, before.id);
    const fileId = newId<"pool-file">(app.random);
    await insertPoolFile(tx, {
      id: fileId,
      assemblyId,
      fileName: fileName.slice(0, 200),
      header: [...header],
      rows: rows.length,
      createdAt: app.clock.now(),
      createdBy: actor.personId,
    });
    for (let part = 0; part * PART_ROWS < rows.length; part++) {
      const own = rows.slice(part * PART_ROWS, (part + 1) * PART_ROWS).map((row) => [...row]);
      await insertPoolFilePart(tx, { fileId, part, firstRow: part * PART_ROWS + firstRow, rows: own });
    }
    return accept({
      value: { fileId },
      journal: [
        { action: "pool.upload", assemblyId, subject: { kind: "pool-file", id: fileId }, data: { rows: rows.length } },
      ],
    });
  });
}

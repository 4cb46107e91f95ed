import { type AssemblyId, type CommandId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { checkHeader } from "~/app/domain/recruitment/pool-columns";
import type { MainTx } from "~/db/connect";
import { findAnswer, uploadedFile } from "~/db/repositories/command-receipt";
import { findPool } from "~/db/repositories/pool";
import { findPoolFile, leavePoolFile, letPoolFileWait, type PoolFileRow } from "~/db/repositories/pool-file";
import { inTransaction } from "~/db/transaction";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, isStillAsked, storageRefusal } from "../../kernel/carry-out";
import { type Order, receiptKey } from "../../kernel/receipt-key";
import { poolStillOpen } from "../../kernel/recruit/pool-still-open";
import { uploadMark } from "../../kernel/recruit/recruit-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";
import { beginFile, giveUpFile, keepsLimits, type ReceivedRows, receiveRows } from "./receive-file";

export interface UploadPool extends FilledFrom, ReceivedRows {
  readonly assemblyId: AssemblyId;
  readonly fileName: string;
  readonly header: readonly string[];
}

type Uploaded = ReturnType<(typeof uploadedFile)["parse"]>;

/**
 * Keeps a file's rows until the organiser has said what its columns are; a file uploaded before makes way once all of them are there.
 * Refuses as `authorise` does, `pool-already-drawn`, `draw-under-way`, `import-under-way`, what `checkHeader` and
 * `guardTable` refuse, and `changed-meanwhile` when somebody else has sent or imported a file since.
 */
export async function uploadPool(
  caller: Caller,
  commandId: CommandId | null,
  upload: UploadPool,
): Promise<Result<Uploaded>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const order = { commandId, action: "pool.upload" };
  const key = receiptKey(app, actor, order);
  const answer = key ? await findAnswer(app.stores.main, key, uploadedFile) : undefined;
  if (answer) return accept(answer);
  const begun = await begin(caller, order, { ...upload, by: actor.personId }).catch(storageRefusal);
  if (!begun.ok || begun.value.isThere) return begun.ok ? accept({ fileId: begun.value.fileId }) : begun;
  const { fileId } = begun.value;
  const received = await receiveRows(app, fileId, upload).catch(storageRefusal);
  const uploaded = received.ok ? await letWait(caller, order, { ...upload, fileId }) : received;
  // The same command sent twice at once: what counts is the file that came first.
  if (!uploaded.ok || uploaded.value.fileId !== fileId) await giveUpFile(app, fileId);
  return uploaded;
}

type Begun = Uploaded & { readonly isThere: boolean };

/** Everything is asked before a row is written. `isThere`: the same command, sent twice, has brought its file meanwhile. */
async function begin(
  caller: Caller,
  order: Order,
  upload: UploadPool & { readonly by: PersonId },
): Promise<Result<Begun>> {
  const { app, actor } = caller;
  const { assemblyId, fileName, header, rows, by } = upload;
  const headed = checkHeader(header);
  const fits = headed.ok ? await keepsLimits(header, upload) : headed;
  const key = receiptKey(app, actor, order);
  return inTransaction(app.stores.main, async (tx): Promise<Result<Begun>> => {
    const answer = key ? await findAnswer(tx, key, uploadedFile) : undefined;
    if (answer) return accept({ ...answer, isThere: true });
    const asked = await isStillAsked(tx, caller, order);
    if (!asked.ok) return asked;
    const before = await mayMakeWay(tx, actor, upload);
    if (!before.ok) return before;
    if (!fits.ok) return { ok: false, refusal: { ...fits.refusal, field: "file" } };
    const fileId = newId<"pool-file">(app.random);
    await beginFile(tx, app, { id: fileId, assemblyId, fileName, header: [...header], rows: rows.length, by });
    return accept({ fileId, isThere: false });
  });
}

/** All rows are there: from one moment to the next, this is the file that waits. */
function letWait(caller: Caller, order: Order, upload: UploadPool & Uploaded): Promise<Result<Uploaded>> {
  const { assemblyId, fileId, rows } = upload;
  return carryOut(caller, order, async (tx) => {
    const before = await mayMakeWay(tx, caller.actor, upload);
    if (!before.ok) return before;
    if (before.value) await leavePoolFile(tx, before.value.id);
    if (!(await letPoolFileWait(tx, fileId))) return refuse("storage-busy");
    return accept({
      value: { fileId },
      journal: [
        { action: "pool.upload", assemblyId, subject: { kind: "pool-file", id: fileId }, data: { rows: rows.length } },
      ],
      wake: before.value ? ["forgotten-uploads"] : [],
    });
  });
}

/** The file that waits now, if there is one, when it may make way for this one. */
async function mayMakeWay(
  tx: MainTx,
  actor: Caller["actor"],
  { assemblyId, seen }: UploadPool,
): Promise<Result<PoolFileRow | undefined>> {
  const authorised = await authorise(tx, actor, { action: "pool.import", assemblyId });
  if (!authorised.ok) return authorised;
  const open = await poolStillOpen(tx, assemblyId);
  if (!open.ok) return open;
  const before = await findPoolFile(tx, assemblyId);
  const same = checkSeen(uploadMark(await findPool(tx, assemblyId), before), seen);
  return same.ok ? accept(before) : same;
}

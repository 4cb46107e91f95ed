import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type ColumnMeaning, guessMeanings } from "~/app/domain/recruitment/pool-columns";
import { findPool } from "~/db/repositories/pool";
import { findPoolFilePart } from "~/db/repositories/pool-file";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { findWaitingFile } from "../../kernel/recruit/find-waiting-file";
import { uploadMark } from "../../kernel/recruit/recruit-marks";

export interface ColumnsPage {
  readonly fileName: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly header: string;
    readonly guess: ColumnMeaning;
    /** The first few different values. */
    readonly examples: readonly string[];
  }[];
  /** Goes back with what its columns mean. */
  readonly mark: string;
  /** People in the pool that an import would replace. */
  readonly replaces: number;
}

/** The uploaded file, with what its columns probably are. Refuses as `authorise` does, and `pool-file-missing`. */
export async function columnsPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<ColumnsPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "pool.import", assemblyId });
  if (!authorised.ok) return authorised;
  const file = await findWaitingFile(main, assemblyId);
  if (!file) return refuse("pool-file-missing");
  const sample = (await findPoolFilePart(main, file.id, 0))?.rows ?? [];
  const guesses = guessMeanings(file.header, sample);
  const columns = file.header.map((header, at) => {
    const values = sample.slice(0, 60).map((row) => (row[at] ?? "").trim());
    const examples = [...new Set(values.filter((value) => value !== ""))]
      .slice(0, 3)
      .map((value) => value.slice(0, 40));
    return { header, guess: guesses[at] ?? "ignore", examples };
  });
  const pool = await findPool(main, assemblyId);
  const [replaces, mark] = [pool?.people ?? 0, uploadMark(pool, file)];
  return accept({ mark, fileName: file.fileName, rows: file.rows, columns, replaces });
}

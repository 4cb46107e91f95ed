import { readTable as readingOf, type Table, type TableRefusal } from "~/app/domain/kernel/read-table";
import type { Result } from "~/app/domain/kernel/result";

/** Reads an uploaded table in pieces, so that others are served in between. `field` is the form's field a refusal stands beside. */
export async function readTable(bytes: Uint8Array, field: string): Promise<Result<Table, TableRefusal>> {
  const reading = readingOf(bytes);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value.ok ? step.value : { ok: false, refusal: { ...step.value.refusal, field } };
    await new Promise((resolve) => setImmediate(resolve));
  }
}

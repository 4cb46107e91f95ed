import { writeFileSync } from "node:fs";
import { csv } from "~/app/domain/kernel/csv";

/** Writes a table as the screens' exports are written. */
export function writeCsv(path: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(path, csv(rows));
}

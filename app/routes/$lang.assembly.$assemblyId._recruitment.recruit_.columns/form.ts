import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { mostTableColumns } from "~/app/domain/kernel/table-limits";
import { type ColumnMeaning, columnMeanings } from "~/app/domain/recruitment/pool-columns";
import { commandId } from "~/realtime/protocol/ids";

export const columnsForm = z.looseObject({
  commandId,
  seen,
  replace: z.string().optional(),
});

const meaning = z.enum(columnMeanings).catch("ignore");

/** What each column was said to be (`meaning.0`, `meaning.1` …); anything else is not imported. */
export function readMeanings(form: Readonly<Record<string, unknown>>): ColumnMeaning[] {
  return Array.from({ length: mostTableColumns }, (_, at) => meaning.parse(form[`meaning.${at}`]));
}

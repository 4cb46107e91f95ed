import type { Refusal } from "~/app/domain/kernel/refusal";
import type { FormReply } from "~/app/domain/kernel/reply";
import { suggestQuotas } from "~/app/domain/recruitment/suggest-quotas";
import type { TypedLine } from "./form";

/**
 * The form again, with a minimum and a maximum proposed for each feature from the shares that were typed. A feature without any
 * share keeps what it had.
 */
export function suggestLines(
  lines: readonly TypedLine[],
  typed: FormReply["values"],
  { seats, margin }: { readonly seats: number; readonly margin: number },
): FormReply & { readonly suggested: boolean } {
  const refusals: Refusal[] = [];
  const values: Record<string, string | readonly string[]> = { ...typed };
  const shares = lines.map(({ share }, at) => {
    const number = Number((share === "" ? "0" : share).replace(",", "."));
    if (number >= 0 && number <= 100) return number;
    refusals.push({ code: "share-invalid", field: `share.${at}` });
    return 0;
  });
  for (const feature of new Set(lines.map((line) => line.feature))) {
    const own = lines.flatMap((line, at) => (line.feature === feature ? [at] : []));
    if (own.every((at) => shares[at] === 0)) continue;
    const weighed = own.map((at) => ({ value: String(at), weight: shares[at] ?? 0 }));
    for (const { value, min, max } of suggestQuotas(weighed, { seats, margin })) {
      values[`min.${value}`] = String(min);
      values[`max.${value}`] = String(max);
    }
  }
  return { values, refusals, suggested: refusals.length === 0 };
}

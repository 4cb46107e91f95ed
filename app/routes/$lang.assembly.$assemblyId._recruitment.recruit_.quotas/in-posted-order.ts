import type { FormReply } from "~/app/domain/kernel/reply";
import type { FormLine } from "./form-line";

/**
 * The lines in the order in which they were posted, so that what was typed stays beside its value: somebody else may have saved other
 * quotas meanwhile, or imported other volunteers. A value that is no longer there keeps its line; new ones come last.
 */
export function inPostedOrder<Line extends FormLine>(
  lines: readonly Line[],
  typed: FormReply["values"] | undefined,
): (Line | FormLine)[] {
  if (!typed || typed["feature.0"] === undefined) return [...lines];
  const rest = new Set(lines);
  const posted: (Line | FormLine)[] = [];
  for (let at = 0; typed[`feature.${at}`] !== undefined; at++) {
    const [feature, value] = [String(typed[`feature.${at}`]), String(typed[`value.${at}`] ?? "")];
    const line = lines.find((one) => one.feature === feature && one.value === value);
    if (line) rest.delete(line);
    posted.push(line ?? { feature, value, people: 0, quota: null });
  }
  return [...posted, ...rest];
}

import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { mostQuotas } from "~/app/domain/recruitment/check-quotas";
import type { Quota } from "~/app/domain/sortition/draw-request";
import { commandId } from "~/realtime/protocol/ids";

export const quotasForm = z.looseObject({
  commandId,
  intent: z.enum(["save", "file"]),
  seen,
  /** The other button of the form: figures are proposed, nothing is saved. */
  propose: z.string().optional(),
  margin: z.coerce.number().int().min(0).max(9).catch(1),
});

/** One line of the form as it was typed. */
export interface TypedLine {
  readonly feature: string;
  readonly value: string;
  readonly share: string;
  readonly min: string;
  readonly max: string;
  readonly minFlex: string;
  readonly maxFlex: string;
}

/** The lines `feature.0 value.0 min.0 …`, as far as they go. */
export function readLines(form: Readonly<Record<string, unknown>>): TypedLine[] {
  const text = (name: string): string => (typeof form[name] === "string" ? form[name].trim() : "");
  const lines: TypedLine[] = [];
  for (let at = 0; at < mostQuotas && `feature.${at}` in form; at++) {
    const [feature, value] = [text(`feature.${at}`), text(`value.${at}`)];
    const [min, max, share] = [text(`min.${at}`), text(`max.${at}`), text(`share.${at}`)];
    lines.push({ feature, value, share, min, max, minFlex: text(`minFlex.${at}`), maxFlex: text(`maxFlex.${at}`) });
  }
  return lines;
}

/**
 * The quotas of the lines, and which line each came from. A feature without any figure is left free; in the others every figure is
 * needed, and whole.
 */
export function quotasOf(lines: readonly TypedLine[]): {
  readonly quotas: Quota[];
  readonly lineOf: number[];
  readonly refusals: Refusal[];
} {
  const filled = new Set(lines.filter(({ min, max }) => min !== "" || max !== "").map(({ feature }) => feature));
  const quotas: Quota[] = [];
  const lineOf: number[] = [];
  const refusals: Refusal[] = [];
  lines.forEach(({ feature, value, min, max, minFlex, maxFlex }, at) => {
    if (!filled.has(feature)) return;
    const whole = (text: string, bound: "min" | "max"): number => {
      if (/^\d{1,6}$/.test(text)) return Number(text);
      refusals.push({ code: text === "" ? "field-required" : "number-invalid", field: `${bound}.${at}` });
      return 0;
    };
    const bounds = { min: whole(min, "min"), max: whole(max, "max") };
    const flex = {
      ...(/^\d{1,6}$/.test(minFlex) && Number(minFlex) <= bounds.min && { minFlex: Number(minFlex) }),
      ...(/^\d{1,6}$/.test(maxFlex) && Number(maxFlex) >= bounds.max && { maxFlex: Number(maxFlex) }),
    };
    quotas.push({ feature, value, ...bounds, ...flex });
    lineOf.push(at);
  });
  return { quotas, lineOf, refusals };
}

/** A refusal about the quota at a position, beside the field of the line it came from. */
export function besideLine(refusal: Refusal, lineOf: readonly number[]): Refusal {
  const [, bound, at] = /^(min|max)\.(\d+)$/.exec(refusal.field ?? "") ?? [];
  const line = at === undefined ? undefined : lineOf[Number(at)];
  return line === undefined ? refusal : { ...refusal, field: `${bound}.${line}` };
}

import type { z } from "zod";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { FormReply } from "~/app/domain/kernel/reply";
import { type Accepted, accept } from "~/app/domain/kernel/result";
import { findUnstorable } from "~/app/domain/kernel/storable";
import { textsByName } from "~/app/domain/kernel/texts-by-name";
import { isRefusalCode, type RefusalCode } from "~/app/domain/refusal-code";

type Values = FormReply["values"];

/** What was typed, as text: several values of one name become a list; files are left out. */
export function typedValues(form: FormData): Values {
  return Object.fromEntries(
    [...textsByName(form)].map(([name, texts]) => {
      const [first = ""] = texts;
      return [name, texts.length > 1 ? texts : first];
    }),
  );
}

/**
 * Parses a form once, at the edge. A schema's message is a refusal code of the catalogue (`z.string().min(1, "field-required")`);
 * every wrong field is answered, with what was typed. What no database could keep (NUL, half a character, a number beyond 32 bits) is
 * refused here, for every form.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
): Accepted<z.output<Schema>> | { readonly ok: false; readonly reply: FormReply } {
  const values = typedValues(form);
  const read = schema.safeParse(values);
  if (!read.success) return { ok: false, reply: { values, refusals: read.error.issues.map(refusalOf) } };
  const unstorable = findUnstorable(values) ?? findUnstorable(read.data);
  return unstorable ? { ok: false, reply: { values, refusals: [unstorable] } } : accept(read.data);
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.map(String).join(".");
  const code = isRefusalCode(issue.message) ? issue.message : codeOf(issue);
  return { code, ...(field && { field }), data: boundsOf(issue) };
}

function codeOf(issue: z.core.$ZodIssue): RefusalCode {
  const ofText = "origin" in issue && issue.origin === "string";
  if (issue.code === "too_small")
    return ofText ? (issue.minimum === 1 ? "field-required" : "text-too-short") : "number-too-small";
  if (issue.code === "too_big") return ofText ? "text-too-long" : "number-too-large";
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return "choice-invalid";
  if (issue.code === "invalid_type") return issue.expected === "number" ? "number-invalid" : "field-required";
  if (issue.code === "invalid_format")
    return issue.format === "email" ? "email-invalid" : issue.format === "url" ? "url-invalid" : "form-invalid";
  return "form-invalid";
}

function boundsOf(issue: z.core.$ZodIssue): Record<string, string | number | boolean> {
  if (issue.code === "too_small") return { min: Number(issue.minimum) };
  if (issue.code === "too_big") return { max: Number(issue.maximum) };
  return {};
}

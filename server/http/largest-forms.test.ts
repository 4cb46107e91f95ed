import { expect, test } from "vitest";
import type { z } from "zod";
import { READING_MAX } from "~/app/domain/learning/limits";
import { bodyLimitOf, PLAIN_FORM_FIELDS } from "./body-limits";

interface Form {
  readonly safeParse: z.ZodType["safeParse"];
}

const forms = import.meta.glob<Record<string, unknown>>("/app/routes/*/form.ts", { eager: true });

/** What bounds the texts that the domain measures, not the schema: by the end of the field's name. */
const longest: Readonly<Record<string, number>> = { body: READING_MAX };

/** The longest text that the schema takes in a field; schemas of choices are asked option by option. */
function textFields(schema: unknown): Map<string, number> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "union") {
    return def.options.map(textFields).reduce((most, next) => (total(next) > total(most) ? next : most));
  }
  if (def.type === "pipe") return textFields(def.in);
  if (def.type !== "object") return new Map();
  return new Map(Object.entries(def.shape).map(([name, field]) => [name, longestOf(field, name)]));
}

function longestOf(field: unknown, name: string): number {
  const { def } = (field as z.core.$ZodTypes)._zod;
  if (def.type === "array") return 0;
  if ("innerType" in def) return longestOf(def.innerType, name);
  if (def.type === "pipe") return Math.max(longestOf(def.in, name), longestOf(def.out, name));
  if (def.type === "union") return Math.max(...def.options.map((option) => longestOf(option, name)));
  return def.type === "string" ? ((field as z.ZodString).maxLength ?? longest[name.split(".")[0] ?? ""] ?? 100) : 0;
}

const total = (fields: ReadonlyMap<string, number>): number =>
  [...fields.values()].reduce((sum, next) => sum + next, 0);

const schemas = Object.entries(forms).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof (value as Form | undefined)?.safeParse === "function")
    .map(([name, schema]) => ({ route: file.split("/")[3] ?? "", name, schema })),
);

test.each(schemas)("the longest form of $name fits the limit of $route", ({ route, schema }) => {
  const sent = new URLSearchParams();
  for (const [name, length] of textFields(schema)) sent.set(name, "€".repeat(length));
  expect(sent.toString().length).toBeLessThanOrEqual(bodyLimitOf(`routes/${route}`).bytes);
});

test("many forms are measured, and the longest texts are known", () => {
  expect(schemas.length).toBeGreaterThan(25);
  expect(Math.max(...schemas.map(({ schema }) => total(textFields(schema))))).toBeGreaterThan(200_000);
});

test("what waits for a proof fits the page in between, with what that adds", () => {
  const inBetween = bodyLimitOf("routes/$lang.confirm");
  const asking = ["team", "members", "letters", "mails", "desk", "_recruitment.invitations"];
  for (const name of asking) {
    const { bytes, fields = PLAIN_FORM_FIELDS } = bodyLimitOf(`routes/$lang.assembly.$assemblyId.${name}`);
    expect(inBetween.bytes, name).toBeGreaterThanOrEqual(bytes + 8 * 1024);
    expect(inBetween.fields, name).toBeGreaterThanOrEqual(fields + 20);
  }
});

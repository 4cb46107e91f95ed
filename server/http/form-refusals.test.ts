import { expect, test } from "vitest";
import type { z } from "zod";
import { isRefusalCode } from "~/app/domain/refusal-code";

const forms = import.meta.glob<Record<string, unknown>>("/app/routes/*/form.ts", { eager: true });

const schemas = Object.entries(forms).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === "object" && value !== null && "_zod" in value)
    .map(([name, schema]) => [file.split("/")[3] ?? "", name, schema] as const),
);

/** Every message that a schema was given, wherever it stands in it. */
function messagesIn(part: unknown, seen = new Set<unknown>()): Set<string> {
  const found = new Set<string>();
  if (typeof part !== "object" || part === null || seen.has(part)) return found;
  seen.add(part);
  const def = (part as Partial<z.core.$ZodType>)._zod?.def ?? part;
  for (const [name, value] of Object.entries(def)) {
    if (name === "error" && typeof value === "function") found.add(String(value({})));
    else for (const message of messagesIn(value, seen)) found.add(message);
  }
  return found;
}

test.each(schemas)("%s: what %s refuses has a code, and so a sentence", (_, _name, schema) => {
  expect([...messagesIn(schema)].filter((message) => !isRefusalCode(message))).toEqual([]);
});

test("the messages of forms are found", () => {
  const all = new Set(schemas.flatMap(([, , schema]) => [...messagesIn(schema)]));
  expect([...all].sort()).toEqual(
    expect.arrayContaining(["choose-who", "email-invalid", "field-required", "form-invalid"]),
  );
  expect(all.size).toBeGreaterThan(12);
});

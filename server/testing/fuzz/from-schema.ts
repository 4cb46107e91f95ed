import fc from "fast-check";
import type { z } from "zod";

/** Texts and numbers worth trying in a field of this name, best first. */
export type Candidates = (field: string) => readonly unknown[];

/**
 * Values that the schema takes, made by walking it: objects, choices and lists by their shape; a leaf (a text with its patterns, a number
 * with its bounds, an id) by trying the candidates for its name. `undefined` stands for a field that is left out.
 */
export function fromSchema(schema: z.core.$ZodType, candidates: Candidates, field = ""): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inside = (inner: z.core.$ZodType, name = field): fc.Arbitrary<unknown> => fromSchema(inner, candidates, name);
  switch (def.type) {
    case "object":
      return fc.record(
        Object.fromEntries(Object.entries(def.shape).map(([name, inner]) => [name, inside(inner, name)])),
      );
    case "union":
      return fc.oneof(...def.options.map((option) => inside(option)));
    case "literal":
      return fc.constantFrom(...def.values);
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "array":
      return fc.array(inside(def.element), { maxLength: 4 });
    case "nullable":
      return fc.option(inside(def.innerType), { nil: null, freq: 3 });
    case "optional":
    case "default":
    case "prefault":
    case "catch":
      return fc.option(inside(def.innerType), { nil: undefined, freq: 4 });
    case "readonly":
    case "nonoptional":
      return inside(def.innerType);
    // What is changed before it is read (`preprocess`) is made by what reads it; what is changed after, by what it was read with.
    case "pipe":
      return inside((def.in as z.core.$ZodTypes)._zod.def.type === "transform" ? def.out : def.in);
    default:
      return leaf(schema, candidates, field);
  }
}

function leaf(schema: z.core.$ZodType, candidates: Candidates, field: string): fc.Arbitrary<unknown> {
  if (field === "commandId") return commandId;
  const taken = candidates(field).filter((candidate) => (schema as z.ZodType).safeParse(candidate).success);
  if (taken.length === 0) throw new Error(`no candidate fits the field "${field}": give one in known-values.ts`);
  return fc.constantFrom(...taken);
}

export const commandId: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
  minLength: 24,
  maxLength: 24,
});

/** The kinds of order that a form takes: each option of a choice by "intent", or the form itself. */
export function ordersOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === "union" ? def.options.flatMap(ordersOf) : [schema];
}

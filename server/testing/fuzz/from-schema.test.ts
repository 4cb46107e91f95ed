import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { liveCommands } from "~/realtime/protocol/commands";
import { type Candidates, fromSchema, ordersOf } from "./from-schema";
import { plainValues, unknownId } from "./known-values";
import { addressesOf, remixBuild } from "./remix-build";
import { formOrders } from "./route-forms";

const candidates: Candidates = () => [unknownId, ...plainValues];

test("what is made from the schema of a form or a command is taken by it, for every route and every command", async () => {
  const routes = addressesOf(await remixBuild());
  const forms = routes.flatMap((route) => formOrders(route).map(({ schema }) => [route.id, schema] as const));
  expect(forms.length).toBeGreaterThan(80);
  for (const [name, schema] of [...forms, ...Object.entries(liveCommands)]) {
    const takes = (value: unknown) => (schema as z.ZodType).safeParse(value).error?.message ?? "taken";
    fc.assert(
      fc.property(fromSchema(schema, candidates), (value) => {
        expect(takes(value), name).toBe("taken");
      }),
      { numRuns: 30 },
    );
  }
});

test("a form that acts by its intent has an order for each of them", () => {
  const kinds = z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("one") }),
    z.object({ intent: z.enum(["two", "three"]) }),
  ]);
  expect(ordersOf(kinds)).toHaveLength(2);
});

test("a field that nothing known fits is told, not passed over", () => {
  const schema = z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/) });
  expect(() => fromSchema(schema, candidates)).toThrow(/"colour"/);
});

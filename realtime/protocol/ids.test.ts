import { expect, test } from "vitest";
import { z } from "zod";
import { commandId, idOf } from "./ids";

const id = "A".repeat(22);

const messages = (schema: z.ZodType, given: unknown): string[] | "read" => {
  const read = schema.safeParse(given);
  return read.success ? "read" : read.error.issues.map(({ message }) => message);
};

test("an id is read as it is", () => {
  expect(idOf<"vote">().parse(id)).toBe(id);
  expect(commandId.parse(`${id}-f1-0`)).toBe(`${id}-f1-0`);
});

test.each([[undefined], [7], [""], ["A".repeat(21)], [`${id} `]])("%j is refused with one code, as no id", (given) => {
  expect(messages(idOf<"vote">(), given)).toEqual(["form-invalid"]);
  expect(messages(idOf<"person">("choose-who"), given)).toEqual(["choose-who"]);
  expect(messages(commandId, given)).toEqual(["form-invalid"]);
});

test("one of several, or none, may be an id", () => {
  const choice = z.union([z.literal("new"), idOf<"person">()], "choose-who").optional();
  expect(["new", id, undefined].map((given) => messages(choice, given))).toEqual(["read", "read", "read"]);
  expect(messages(choice, "newer")).toEqual(["choose-who"]);
});

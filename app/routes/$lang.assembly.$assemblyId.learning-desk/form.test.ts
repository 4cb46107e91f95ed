import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { deskForm } from "./form";

const ID = "a".repeat(22);

test("a step of the learning desk is moved or removed for what it is", () => {
  expect(taken(deskForm, { intent: "move", kind: "task", id: ID, direction: "up" })).toMatchObject({ kind: "task" });
  expect(refused(deskForm, { intent: "move", kind: "task", id: ID, direction: "away" })).toEqual([
    "direction: choice-invalid",
  ]);
});

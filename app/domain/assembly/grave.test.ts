import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { graveActions, isGrave } from "./grave";
import { actions, rights } from "./rights";

test("what lets somebody in or cannot be taken back is grave; reading, writing and voting are not", () => {
  expect(actions.filter(isGrave).sort()).toEqual([...graveActions].sort());
  for (const action of ["assembly.see", "recommendation.write", "vote.cast", "phase.advance"] as const) {
    expect(isGrave(action), action).toBe(false);
  }
});

test("nobody but organisers and the desk is asked for a proof: a member takes part with a card alone", () => {
  for (const action of graveActions) {
    for (const role of rights[action].to) expect(["organiser", "technical-assistant"]).toContain(role);
  }
});

test("the table for people names them all", () => {
  const table = readFileSync(new URL("./rights.md", import.meta.url), "utf8");
  const named = /\(`grave\.ts`: ([^)]*)\)/.exec(table)?.[1]?.split(", ");
  expect(named).toEqual([...graveActions]);
});

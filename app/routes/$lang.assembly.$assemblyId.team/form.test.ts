import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { teamForm } from "./form";

const invite = { intent: "invite", name: "Inès", role: "facilitator", email: "", locale: "fr" };

test.each([
  [{ ...invite, name: " " }, ["name: field-required"]],
  [{ ...invite, role: "member" }, ["role: choice-invalid"]],
  [{ ...invite, email: "ines" }, ["email: email-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(teamForm, fields)).toEqual(wanted);
});

test("an empty address is as good as none: a card is another way in", () => {
  expect(taken(teamForm, invite)).toMatchObject({ email: "", role: "facilitator" });
});

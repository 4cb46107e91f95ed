import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { newAssemblyForm, newAssemblyOf } from "./form";

const ID = "a".repeat(22);

const settings = {
  ...{ languages: "fr", "title.fr": "Un\ntitre", timeZone: "Europe/Paris", seats: "110", groupSize: "8" },
  ...{ contactName: "Léa", contactPhone: "01", contactEmail: "lea@exemple.org" },
};

test.each([
  [{ ...settings, organisationId: ID, template: "student-convention", startsOn: "soon" }, ["startsOn: date-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(newAssemblyForm, fields)).toEqual(wanted);
});

test("the settings of an assembly are read in its languages alone, titles on one line", () => {
  const posted = {
    ...settings,
    "title.en": "A title",
    organisationId: ID,
    template: "student-convention",
    startsOn: "2026-03-01",
  };
  expect(newAssemblyOf(taken(newAssemblyForm, posted))).toMatchObject({
    title: { fr: "Un titre" },
    languages: ["fr"],
    seats: 110,
    startsOn: "2026-03-01",
  });
  const both = newAssemblyOf(taken(newAssemblyForm, { ...posted, languages: ["en", "fr"] }));
  expect([both.languages, both.title]).toEqual([["fr", "en"], { fr: "Un titre", en: "A title" }]);
});

import { describe, expect, test } from "vitest";
import { accepted, refuse } from "../kernel/result";
import { someSettings } from "../testing/assembly";
import { type AssemblySettings, checkSettings, isTimeZone, LARGEST_GROUP, MOST_SEATS } from "./settings";

const check = (changes: Partial<AssemblySettings>) => checkSettings(someSettings(changes));

describe("the settings of an assembly", () => {
  test("may be in one language, with texts of the others left empty", () => {
    expect(check({})).toEqual(accepted);
    const french = { title: { fr: "Titre" }, question: { fr: "Question ?" }, authorityName: { fr: "Le maire" } };
    expect(check({ ...french, languages: ["fr"] })).toEqual(accepted);
    expect(check({ ...french, languages: ["fr", "en"] })).toEqual(refuse("field-required", {}, "title.en"));
  });

  test("need a language, and in each the title, the question and the authority's name", () => {
    expect(check({ languages: [] })).toEqual(refuse("language-needed", {}, "languages"));
    for (const field of ["title", "question", "authorityName"] as const) {
      expect(check({ [field]: { fr: "Texte", en: "  " } })).toEqual(refuse("field-required", {}, `${field}.en`));
      expect(check({ [field]: { en: "Text" } })).toEqual(refuse("field-required", {}, `${field}.fr`));
    }
  });

  test("may leave the commitment and the contact for later", () => {
    expect(check({ commitment: {}, contactName: "", contactPhone: "", contactEmail: "" })).toEqual(accepted);
  });

  test("have seats from two to a thousand", () => {
    const seatsRefused = refuse("seats-out-of-range", { min: 2, max: 1000 }, "seats");
    expect(check({ seats: 1, groupSize: 2 })).toEqual(seatsRefused);
    expect(check({ seats: MOST_SEATS + 1 })).toEqual(seatsRefused);
    expect(check({ seats: MOST_SEATS })).toEqual(accepted);
    expect(check({ seats: 2, groupSize: 2 })).toEqual(accepted);
  });

  test("have groups of two to thirty, none larger than the assembly", () => {
    for (const groupSize of [0, 1, LARGEST_GROUP + 1]) {
      expect(check({ groupSize })).toEqual(refuse("group-size-out-of-range", { min: 2, max: 30 }, "groupSize"));
    }
    expect(check({ seats: 10, groupSize: 10 })).toEqual(accepted);
    expect(check({ seats: 10, groupSize: 11 })).toEqual(
      refuse("group-larger-than-assembly", { seats: 10 }, "groupSize"),
    );
  });

  test("have a time zone that is known", () => {
    expect(check({ timeZone: "Europe/Atlantis" })).toEqual(refuse("time-zone-unknown", {}, "timeZone"));
    for (const zone of ["Europe/Paris", "UTC", "Indian/Reunion", "America/Argentina/Buenos_Aires"]) {
      expect(isTimeZone(zone), zone).toBe(true);
    }
    for (const zone of ["", "Paris", "Europe/Paris ", "<script>"]) expect(isTimeZone(zone), zone).toBe(false);
  });
});

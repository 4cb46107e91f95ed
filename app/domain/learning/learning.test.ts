import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import { refuse } from "../kernel/result";
import { deviceTroubleOf, readinessOf } from "./device-check";
import { checkMaterial, type MaterialDraft } from "./material";
import { progressOf } from "./progress";
import { bySupport, checkQuestion, supportQuestion } from "./question";
import { shownPhases } from "./shown-phases";
import { inOrder, moveStep } from "./step-order";
import { checkAnswer, checkTask, mayReadAnswer } from "./task";

const reading: MaterialDraft = {
  kind: "reading",
  title: { fr: "Le logement en chiffres", en: "" },
  body: { fr: "Un texte." },
  url: "",
  minutes: 8,
  public: true,
};
const asId = (text: string) => text as ParticipationId;

test("a reading is kept without the languages that say nothing", () => {
  expect(checkMaterial(reading)).toMatchObject({
    ok: true,
    value: { title: { fr: "Le logement en chiffres" }, url: null },
  });
});

test("a material needs a title, a reading its text, a link its https address", () => {
  expect(checkMaterial({ ...reading, title: { fr: " " } })).toEqual(refuse("step-title-missing", {}, "title.fr"));
  expect(checkMaterial({ ...reading, body: {} })).toEqual(refuse("reading-missing", {}, "body.fr"));
  expect(checkMaterial({ ...reading, kind: "pdf" })).toEqual(refuse("link-missing", {}, "url"));
  for (const url of ["javascript:alert(1)", "http://a.example", "https://", "notes.pdf"]) {
    expect(checkMaterial({ ...reading, kind: "video", url })).toEqual(refuse("url-invalid", {}, "url"));
  }
});

test("a step takes between one minute and ten hours", () => {
  for (const minutes of [0, -1, 1.5, 601, Number.NaN]) {
    expect(checkMaterial({ ...reading, minutes })).toEqual(refuse("step-minutes-wrong", { max: 600 }, "minutes"));
  }
});

test("a task needs a title and a prompt in one language", () => {
  const task = { title: { fr: "Votre logement" }, prompt: {}, sharing: "group", minutes: 5 } as const;
  expect(checkTask(task)).toEqual(refuse("prompt-missing", {}, "prompt.fr"));
  expect(checkTask({ ...task, prompt: { fr: "Racontez." } })).toMatchObject({ ok: true });
});

test("an answer says something, in at most 4000 characters", () => {
  expect(checkAnswer(" \n ")).toEqual(refuse("answer-missing", {}, "text"));
  expect(checkAnswer("a".repeat(4001))).toEqual(refuse("text-too-long", { max: 4000 }, "text"));
  expect(checkAnswer(" oui \r\n non ")).toMatchObject({ value: "oui \n non" });
});

test("a private answer is read by its author alone, a shared one also by the table, the facilitators and the organisers", () => {
  const member = { participationId: asId("odette"), roles: ["member"], table: [asId("karim")] } as const;
  const organiser = { participationId: asId("claire"), roles: ["organiser"], table: [] } as const;
  const reads = (sharing: "private" | "group", author: string) => [
    mayReadAnswer(member, sharing, asId(author)),
    mayReadAnswer(organiser, sharing, asId(author)),
  ];
  expect(reads("private", "odette")).toEqual([true, false]);
  expect(reads("private", "karim")).toEqual([false, false]);
  expect(reads("group", "karim")).toEqual([true, true]);
  expect(reads("group", "somebody of another table")).toEqual([false, true]);
});

test("moving a step up and down again gives the order it had", () => {
  const steps = fc
    .uniqueArray(fc.nat(50), { minLength: 1, maxLength: 9 })
    .map((ids) => ids.map((id) => ({ kind: id % 2 ? "task" : "material", id: String(id) }) as const));
  fc.assert(
    fc.property(steps, fc.nat(8), (list, at) => {
      const moved = list[at % list.length];
      if (!moved || moved === list[0]) return;
      expect(moveStep(moveStep(list, moved, "up"), moved, "down")).toEqual(list);
    }),
  );
});

test("a step at the end stays where it is, and an unknown one moves nothing", () => {
  const steps = [
    { kind: "material", id: "a" },
    { kind: "task", id: "a" },
  ] as const;
  expect(moveStep(steps, steps[0], "up")).toEqual(steps);
  expect(moveStep(steps, { kind: "task", id: "b" }, "up")).toEqual(steps);
  expect(moveStep(steps, steps[1], "up")).toEqual([steps[1], steps[0]]);
});

test("where two steps share a position the material comes first", () => {
  const steps = [
    { kind: "task", id: "t", position: 1 },
    { kind: "material", id: "m", position: 1 },
    { kind: "task", id: "s", position: 0 },
  ] as const;
  expect(inOrder(steps).map(({ id }) => id)).toEqual(["s", "m", "t"]);
});

test("members see the open phases and those before them", () => {
  const itinerary = ["skills", "learning", "deliberation", "learning again"].map((id, position) => ({ id, position }));
  const shown = (...open: string[]) => shownPhases(itinerary, open).map(({ id }) => id);
  expect(shown("deliberation", "learning")).toEqual(["skills", "learning", "deliberation"]);
  expect(shown()).toEqual([]);
});

test("progress counts what is done and the minutes left", () => {
  expect(
    progressOf([
      { done: true, minutes: 5 },
      { done: false, minutes: 8 },
    ]),
  ).toEqual({ done: 1, total: 2, minutesLeft: 8 });
});

test("a question has 10 to 1000 characters, and nobody supports their own", () => {
  expect(checkQuestion("  pourquoi ")).toEqual(refuse("text-too-short", { min: 10 }, "text"));
  expect(checkQuestion("Qui  décide\n du loyer ?")).toMatchObject({ value: "Qui décide du loyer ?" });
  expect(supportQuestion({ askedBy: asId("odette") }, asId("odette"))).toEqual(refuse("own-question"));
  expect(supportQuestion({ askedBy: asId("odette") }, asId("karim")).ok).toBe(true);
});

test("the most supported question comes first, the earlier one among equals", () => {
  const asked = [
    { id: "late", support: 2, askedAtMs: 9 },
    { id: "few", support: 1, askedAtMs: 1 },
    { id: "early", support: 2, askedAtMs: 3 },
  ];
  expect(bySupport(asked).map(({ id }) => id)).toEqual(["early", "late", "few"]);
});

test("who speaks and hears over a good connection is ready, with or without a camera", () => {
  const good = { microphoneLevel: 0.3, speaker: true, roundTripMs: 40 };
  expect(readinessOf(good)).toBe("ready");
  expect(readinessOf({ ...good, microphoneLevel: null })).toBe("can-follow");
  expect(readinessOf({ ...good, roundTripMs: 900 })).toBe("can-follow");
  expect(readinessOf({ ...good, speaker: false, microphoneLevel: 0.001 })).toBe("needs-help");
  expect(readinessOf({ ...good, roundTripMs: null })).toBe("needs-help");
});

test("what a browser throws is told apart as denied, missing or busy", () => {
  expect(
    ["NotAllowedError", "NotFoundError", "NotReadableError", "Other"].map((name) => deviceTroubleOf({ name })),
  ).toEqual(["denied", "none", "busy", "unknown"]);
});

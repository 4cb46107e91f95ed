import { describe, expect, test } from "vitest";
import { accept, refuse } from "../kernel/result";
import {
  ADDRESS_MAX,
  MATERIAL_TITLE_MAX,
  QUESTION_ANSWER_MAX,
  QUESTION_MAX,
  READING_MAX,
  TASK_PROMPT_MAX,
} from "./limits";
import { checkMaterial, fitsMinutes, type MaterialDraft } from "./material";
import { checkQuestion, checkQuestionAnswer } from "./question";
import { checkAnswer, checkTask } from "./task";

const reading: MaterialDraft = {
  kind: "reading",
  title: { fr: "Le logement en chiffres" },
  body: { fr: "Un texte." },
  url: "",
  minutes: 8,
  public: true,
};
const link: MaterialDraft = { ...reading, kind: "video", body: {}, url: "https://video.example/a" };
const task = { title: { fr: "Votre logement" }, prompt: { fr: "Racontez." }, sharing: "group", minutes: 5 } as const;
const letters = (count: number) => "a".repeat(count);

describe("a material", () => {
  test("has a title and a text as long as they may be, and no longer, beside the field of its language", () => {
    const longest = { fr: letters(MATERIAL_TITLE_MAX), en: letters(MATERIAL_TITLE_MAX) };
    expect(checkMaterial({ ...reading, title: longest }).ok).toBe(true);
    expect(checkMaterial({ ...reading, title: { ...longest, en: letters(MATERIAL_TITLE_MAX + 1) } })).toEqual(
      refuse("text-too-long", { max: 200 }, "title.en"),
    );
    expect(checkMaterial({ ...reading, body: { fr: letters(READING_MAX) } }).ok).toBe(true);
    expect(checkMaterial({ ...reading, body: { fr: letters(READING_MAX + 1) } })).toEqual(
      refuse("text-too-long", { max: 60_000 }, "body.fr"),
    );
  });

  test("that is a link keeps its address without spaces, and no text; a reading keeps no address", () => {
    expect(checkMaterial({ ...link, url: "  HTTPS://video.example/a ", body: { fr: "left over" } })).toEqual(
      accept({ ...link, url: "HTTPS://video.example/a", body: {} }),
    );
    expect(checkMaterial({ ...reading, url: "https://left.example" })).toEqual(accept({ ...reading, url: null }));
  });

  test("that is a link may have a long address, within reason", () => {
    const address = (length: number) => "https://video.example/".padEnd(length, "a");
    expect(checkMaterial({ ...link, url: address(ADDRESS_MAX) }).ok).toBe(true);
    expect(checkMaterial({ ...link, url: address(ADDRESS_MAX + 1) })).toEqual(refuse("url-invalid", {}, "url"));
  });

  test("in English only needs its English text", () => {
    const english = { ...reading, title: { fr: " ", en: "Housing in figures" } };
    expect(checkMaterial({ ...english, body: { en: "A text." } }).ok).toBe(true);
    expect(checkMaterial({ ...english, body: { fr: "Un texte." } })).toEqual(refuse("reading-missing", {}, "body.en"));
  });

  test("takes whole minutes, from one to ten hours", () => {
    expect([1, 600].map(fitsMinutes)).toEqual([true, true]);
    expect([0, 601, 0.5, -1, Number.NaN, Number.POSITIVE_INFINITY].filter(fitsMinutes)).toEqual([]);
  });
});

describe("a task", () => {
  test("keeps its texts without the languages that say nothing", () => {
    const written = { ...task, title: { fr: " Votre logement ", en: " " }, prompt: { fr: "Racontez.\n", en: "" } };
    expect(checkTask(written)).toEqual(accept(task));
  });

  test("needs a title, texts that are not too long, and whole minutes", () => {
    expect(checkTask({ ...task, title: {} })).toEqual(refuse("step-title-missing", {}, "title.fr"));
    expect(checkTask({ ...task, title: { fr: letters(201) } })).toEqual(
      refuse("text-too-long", { max: 200 }, "title.fr"),
    );
    expect(checkTask({ ...task, prompt: { fr: letters(TASK_PROMPT_MAX) } }).ok).toBe(true);
    expect(checkTask({ ...task, prompt: { fr: letters(TASK_PROMPT_MAX + 1) } })).toEqual(
      refuse("text-too-long", { max: 2000 }, "prompt.fr"),
    );
    expect(checkTask({ ...task, minutes: 0 })).toEqual(refuse("step-minutes-wrong", { max: 600 }, "minutes"));
  });

  test("is answered in four thousand characters at most, spaces around them apart", () => {
    expect(checkAnswer(`\n ${letters(4000)} \n`)).toEqual(accept(letters(4000)));
  });
});

describe("a question and its answer", () => {
  test("a question has ten characters to a thousand, spaces counted once", () => {
    expect(checkQuestion(letters(10))).toEqual(accept(letters(10)));
    expect(checkQuestion(`${letters(8)}${" ".repeat(9)}`)).toEqual(refuse("text-too-short", { min: 10 }, "text"));
    expect(checkQuestion(letters(QUESTION_MAX)).ok).toBe(true);
    expect(checkQuestion(letters(QUESTION_MAX + 1))).toEqual(refuse("text-too-long", { max: 1000 }, "text"));
  });

  test("an answer says something, keeps its lines, and has six thousand characters at most", () => {
    expect(checkQuestionAnswer("  Oui.\r\n\r\nNon. ")).toEqual(accept("Oui.\n\nNon."));
    expect(checkQuestionAnswer(" \r\n ")).toEqual(refuse("answer-missing", {}, "answer"));
    expect(checkQuestionAnswer(letters(QUESTION_ANSWER_MAX)).ok).toBe(true);
    expect(checkQuestionAnswer(letters(QUESTION_ANSWER_MAX + 1))).toEqual(
      refuse("text-too-long", { max: 6000 }, "answer"),
    );
  });
});

import { expect, test } from "vitest";
import { refusalCodes } from "../domain/refusal-code";

type Sentences = Readonly<Record<string, string>>;

const files = import.meta.glob<Record<string, Sentences>>("./{fr,en}/refusals/*.ts", { eager: true });

/** Which file of the catalogues holds the sentences of an area of the domain. */
const fileOf = {
  kernel: "kernel",
  people: "auth",
  assembly: "prepare",
  recruitment: "recruit",
  sortition: "sortition",
  deliberation: "live",
  drafting: "draft",
  voting: "vote",
  learning: "learn",
  followUp: "site",
} as const satisfies Record<keyof typeof refusalCodes, string>;

/** What is said of a code that a page does not know. */
const FALLBACK = "unknown";

/** The codes that have a sentence; one that counts has two. */
function spoken(file: string): string[] {
  const [sentences = {}] = Object.values(files[file] ?? {});
  return [...new Set(Object.keys(sentences).map((key) => key.replace(/_(one|other)$/, "")))]
    .filter((key) => key !== FALLBACK)
    .sort();
}

const areas = Object.keys(refusalCodes) as (keyof typeof refusalCodes)[];

test.each(areas.flatMap((area) => (["fr", "en"] as const).map((locale) => [area, locale] as const)))(
  "each refusal of %s has a sentence, and each sentence a refusal (%s)",
  (area, locale) => {
    expect(spoken(`./${locale}/refusals/${fileOf[area]}.ts`)).toEqual([...refusalCodes[area]].sort());
  },
);

test("every file of sentences belongs to an area", () => {
  expect(Object.keys(files)).toHaveLength(2 * areas.length);
});

test("a code stands in one area: of two sentences one would be said for both", () => {
  const all = Object.values(refusalCodes).flat();
  expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
});

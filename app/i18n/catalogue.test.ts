import { describe, expect, it } from "vitest";
import { catalogueEn } from "./catalogue.en";
import { catalogueFr } from "./catalogue.fr";
import { setFrench, setFrenchCatalogue } from "./set-french";

function texts(catalogue: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(at, value);
    else for (const [inner, text] of texts(value as object, at)) found.set(inner, text);
  }
  return found;
}

const variables = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map((match) => match[1] ?? ""))].sort();

/** A plural form such as "one" may leave the count out ("Plus qu'une minute"). */
const withoutCount = (names: string[]): string[] => names.filter((name) => name !== "count");

const french = texts(setFrenchCatalogue(catalogueFr));
const english = texts(catalogueEn);

describe("the catalogues", () => {
  it("have the same keys in both languages", () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("use the same variables in both languages", () => {
    const differing = [...english].filter(
      ([key, text]) => withoutCount(variables(text)).join() !== withoutCount(variables(french.get(key) ?? "")).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("leave no text empty", () => {
    expect([...french, ...english].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it("set French as it is printed", () => {
    const wrong = [...french].filter(
      ([, text]) =>
        text.includes("'") ||
        /[^\u202f!?;][!?;](?=[\s»)]|$)/.test(text) ||
        /«[^\u202f]|[^\u202f]»/.test(text) ||
        /[^\u00a0\u202f]:(?=\s|$)/.test(text),
    );
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe("French typography", () => {
  it("puts narrow no-break spaces before ; ! ? and inside guillemets", () => {
    expect(setFrench("Dites « oui » ; vraiment ?! Non !")).toBe(
      "Dites «\u202foui\u202f»\u202f; vraiment\u202f?! Non\u202f!",
    );
  });

  it("sets apostrophes, colons, hours and units", () => {
    expect(setFrench("L'heure : 9 h 45, {{n}} min")).toBe("L’heure\u00a0: 9\u00a0h\u00a045, {{n}}\u00a0min");
  });

  it("leaves addresses alone", () => {
    expect(setFrench("https://a.example/b?c=1;d")).toBe("https://a.example/b?c=1;d");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { textsByName } from "./texts-by-name";

test("the texts of each field stand in the order they came, and none is lost", () => {
  const fields = fc.array(fc.tuple(fc.constantFrom("a", "b", "__proto__"), fc.string()));
  fc.assert(
    fc.property(fields, (form) => {
      const texts = textsByName(form);
      for (const name of ["a", "b", "__proto__"])
        expect(texts.get(name) ?? []).toEqual(form.filter(([own]) => own === name).map(([, text]) => text));
    }),
    { verbose: 1 },
  );
});

test("files and other things that are no text are left out, their field too", () => {
  const form: [string, unknown][] = [
    ["file", new Blob(["x"])],
    ["count", 3],
    ["name", "Zoé"],
  ];
  expect([...textsByName(form)]).toEqual([["name", ["Zoé"]]]);
});

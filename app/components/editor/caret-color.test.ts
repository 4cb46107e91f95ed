import { expect, it } from "vitest";
import { caretColor, caretColors } from "./caret-color";

/** How much light a colour gives off, as WCAG counts it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it("lets white letters be read on every caret", () => {
  const contrasts = caretColors.map((color) => 1.05 / (luminance(color) + 0.05));
  expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
});

it("gives somebody the same caret each time, and uses every colour there is", () => {
  const people = Array.from({ length: 200 }, (_, at) => `person-${at}`);
  expect(people.map(caretColor)).toEqual(people.map(caretColor));
  expect(new Set(people.map(caretColor))).toEqual(new Set(caretColors));
});

import { expect, test } from "vitest";
import { isOwnOrigin } from "./origin";

const ours = ["https://assembly.example.org"];
const asked = (headers: Record<string, string>, upgrade = false) => isOwnOrigin({ headers }, ours, upgrade);

test("a form is ours by its Origin; without one, by what the browser says of where it came from", () => {
  expect(asked({ origin: "https://assembly.example.org" })).toBe(true);
  expect(asked({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(asked({ "sec-fetch-site": "none" })).toBe(true);
  expect(asked({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(asked({ origin: "null", "sec-fetch-site": "same-origin" })).toBe(false);
});

test("a form that says neither is refused", () => {
  expect(asked({})).toBe(false);
});

test("a socket says its Origin", () => {
  expect(asked({ "sec-fetch-site": "same-origin" }, true)).toBe(false);
  expect(asked({ origin: "https://assembly.example.org" }, true)).toBe(true);
});

import { expect, it } from "vitest";
import { findLocale, localeInPath } from "./find-locale";
import { formatClock, formatDayTime, formatDuration, formatTime } from "./format-date";
import { translator } from "./translate";

const at = { atMs: Date.UTC(2026, 2, 14, 8, 45), timeZone: "Europe/Paris" } as const;
const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers });

it("speaks both languages outside React", () => {
  expect(translator("fr")("frame")("help.label")).toBe("Besoin d’aide\u202f?");
  expect(translator("en")("frame")("form.errorTitle", { count: 2 })).toBe("2 things need another look");
});

it("takes the language of the address, then the cookie, then the browser's wish, then French", () => {
  const wishes = { Cookie: "theme=dark; lang=en", "Accept-Language": "de, fr;q=0.8, en;q=0.9" };
  expect(findLocale(request("/fr/x", wishes))).toBe("fr");
  expect(findLocale(request("/", wishes))).toBe("en");
  expect(findLocale(request("/", { ...wishes, Cookie: "__Host-lang=en" }))).toBe("en");
  expect(findLocale(request("/", { "Accept-Language": wishes["Accept-Language"] }))).toBe("en");
  expect(findLocale(request("/", { "Accept-Language": "de" }))).toBe("fr");
});

it.each([
  ["en-GB,en;q=0.9,fr;q=0.8", "en"],
  ["fr-CA, fr;q=0.9, en;q=0.8", "fr"],
  ["DE-at, EN-us;q=0.5", "en"],
  ["en-GB, fr;q=0.8, en;q=0.5", "en"],
  ["fr-CA, en;q=0.9, fr;q=0.8", "fr"],
  ["fr;q=0, en;q=0.1", "en"],
  ["de, *;q=0.5", "fr"],
  ["en;q=0.2;x=1 ,, ;q=1, fr ;q=0.1", "en"],
  [",;=", "fr"],
  ["", "fr"],
])("reads the browser's wish %j as %s", (wish, locale) => {
  expect(findLocale(request("/", { "Accept-Language": wish }))).toBe(locale);
});

it("sees no language in a first segment that only begins like one", () => {
  expect(localeInPath("/france")).toBeUndefined();
  expect(localeInPath("/fr")).toBe("fr");
});

it("says hours as each language does", () => {
  expect(formatTime({ ...at, locale: "fr" })).toBe("9\u00a0h\u00a045");
  expect(formatTime({ ...at, locale: "en" })).toBe("9:45");
  expect(formatDayTime({ ...at, locale: "fr" })).toBe("samedi 14 mars à 9\u00a0h\u00a045");
  expect(formatDayTime({ ...at, locale: "en" })).toBe("Saturday 14 March at 9:45");
});

it("counts down to zero and not below", () => {
  expect(formatClock(725_000)).toBe("12:05");
  expect(formatClock(-5)).toBe("0:00");
  expect(formatDuration(90 * 60_000, "fr")).toBe("1\u00a0h\u00a030");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarFile } from "./calendar-file";

const event = {
  id: "session-1",
  startsAt: new Date("2026-03-14T08:45:00Z"),
  endsAt: new Date("2026-03-14T11:00:00Z"),
  title: "Comprendre ; écouter, puis demander",
  place: "Salle A\\B",
  text: "Ligne 1\nLigne 2",
  url: "https://assembly.test/fr",
};

test("an event has UTC instants and escaped text", () => {
  const text = calendarFile("Convention", [event], new Date("2026-03-01T00:00:00.123Z"));
  expect(text).toContain("DTSTART:20260314T084500Z\r\nDTEND:20260314T110000Z\r\n");
  expect(text).toContain("DTSTAMP:20260301T000000Z\r\n");
  expect(text).toContain("SUMMARY:Comprendre \\; écouter\\, puis demander\r\n");
  expect(text).toContain("LOCATION:Salle A\\\\B\r\n");
  expect(text).toContain("DESCRIPTION:Ligne 1\\nLigne 2\r\n");
});

test("no line is longer than 75 octets, and unfolding gives the text back", () => {
  const title = "é".repeat(200);
  const text = calendarFile("Convention", [{ ...event, title }], new Date(0));
  const encoder = new TextEncoder();
  expect(Math.max(...text.split("\r\n").map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
});

test("neither a lone carriage return nor a control character reaches a line", () => {
  const bad = "a\rATTACH:x\r\nb\nc\u2028d\u0085e\u0000\u001b\u007f\tf";
  const text = calendarFile(bad, [{ ...event, id: bad, title: bad, place: bad, text: bad, url: bad }], new Date(0));
  const said = "a\\nATTACH:x\\nb\\nc\\nd\\ne\tf";
  expect(text).toContain(`SUMMARY:${said}\r\nLOCATION:${said}\r\nDESCRIPTION:${said}\r\n`);
  // Neither what ends a line elsewhere, nor a control but the tab, outside the line ends of the format.
  expect(text.replaceAll("\r\n", "")).not.toMatch(/(?!\t)[\p{Cc}\u2028\u2029]/u);
  expect(text.split("\r\n").filter((line) => line.startsWith("ATTACH"))).toEqual([]);
});

test("a calendar without an event is a calendar; an event without a place or a text says nothing of them", () => {
  const none = calendarFile("Convention", [], new Date(0));
  expect(none).not.toContain("VEVENT");
  expect([none.startsWith("BEGIN:VCALENDAR\r\n"), none.endsWith("END:VCALENDAR\r\n")]).toEqual([true, true]);
  const bare = calendarFile("Convention", [{ ...event, place: "", text: "" }], new Date(0));
  expect(bare).not.toMatch(/^(LOCATION|DESCRIPTION)/m);
});

test("an event keeps its id from one download to the next, whatever else changes", () => {
  const later = { ...event, title: "Une autre", startsAt: new Date("2026-03-15T08:45:00Z") };
  const uid = (one: typeof event) => /^UID:.*$/m.exec(calendarFile("Convention", [one], new Date(1)))?.[0];
  expect(uid(later)).toBe(uid(event));
});

test("law: whatever is written, lines are short, events keep their number and unfolding gives every text back", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 120 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, (titles) => {
      const events = titles.map((title, at) => ({ ...event, id: `s${at}`, title }));
      const text = calendarFile("Convention", events, new Date(0));
      const encoder = new TextEncoder();
      expect(Math.max(...text.split("\r\n").map((line) => encoder.encode(line).length))).toBeLessThanOrEqual(75);
      const lines = text.replaceAll("\r\n ", "").split("\r\n");
      expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(titles.length);
      const said = lines.filter((line) => line.startsWith("SUMMARY:")).map((line) => line.slice("SUMMARY:".length));
      expect(said.map((one) => one.replace(/\\([\\;,])/g, "$1"))).toEqual(titles);
    }),
    { seed: 20261129, numRuns: 60 },
  );
});

import { describe, expect, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { someSettings } from "../testing/assembly";
import { addDays, daysBetween, nearestMonday } from "./local-date";
import { planFromTemplate } from "./plan-from-template";
import { checkSession, editAgenda } from "./session-plan";
import { checkSettings, LARGEST_GROUP, MOST_SEATS, SMALLEST_GROUP } from "./settings";
import { templateNames, templates } from "./template";

const plan = (name: (typeof templateNames)[number], startsOn = "2026-03-16") =>
  planFromTemplate(name, startsOn, seededRandom("plan"));

describe.each(templateNames)("the template %s", (name) => {
  const template = templates[name];

  test("has seats and groups that an assembly may have", () => {
    expect(template.seats).toBeLessThanOrEqual(MOST_SEATS);
    expect(template.groupSize).toBeGreaterThanOrEqual(SMALLEST_GROUP);
    expect(template.groupSize).toBeLessThanOrEqual(LARGEST_GROUP);
    expect(checkSettings(someSettings(template)).ok).toBe(true);
  });

  test("has every text in French and in English", () => {
    const texts = template.sessions.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]);
    for (const text of texts) expect([text.fr?.trim(), text.en?.trim()]).not.toContain("");
    for (const { prompt } of template.sessions.flatMap(({ items }) => [...items])) {
      expect(Object.keys(prompt).length === 0 || (prompt.fr && prompt.en)).toBeTruthy();
    }
  });

  test("has sessions and items that an organiser could have typed", () => {
    for (const { title, place, startsAt, minutes, items } of plan(name).sessions) {
      const from = new Date(`2026-03-16T${startsAt}:00Z`);
      const session = {
        title,
        place,
        address: "",
        startsAt: from,
        endsAt: new Date(from.getTime() + minutes * 60_000),
      };
      expect(checkSession(session).ok, title.en).toBe(true);
      for (const item of items) expect(editAgenda([], { kind: "add", id: "item", item }).ok, item.title.en).toBe(true);
    }
  });

  test("begins on the day the preparation begins, and each phase lasts its days", () => {
    const { itinerary } = plan(name);
    expect(itinerary[0]?.from).toBe("2026-03-16");
    for (const [at, { from, to }] of itinerary.entries()) {
      expect(daysBetween(from, to) + 1).toBe(template.phases[at]?.days);
    }
  });

  test("keeps the weekday of its sessions, whatever day it begins on", () => {
    for (let day = 0; day < 14; day++) {
      const startsOn = addDays("2026-03-16", day);
      for (const [at, { date }] of plan(name, startsOn).sessions.entries()) {
        expect(daysBetween(nearestMonday(startsOn), date)).toBe(template.sessions[at]?.day);
      }
    }
  });

  test("gives every phase an id of its own, and others next time", () => {
    const ids = plan(name).itinerary.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const others = planFromTemplate(name, "2026-03-16", seededRandom("other")).itinerary.map(({ id }) => id);
    expect(ids.filter((id) => others.includes(id))).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Role, roles } from "../assembly/role";
import type { ParticipationId } from "../kernel/ids";
import { checkMaterial, materialKinds, withoutEmpty } from "./material";
import { progressOf, type Timed } from "./progress";
import { bySupport } from "./question";
import { shownPhases } from "./shown-phases";
import { inOrder, moveStep } from "./step-order";
import { mayReadAnswer } from "./task";

const timed: fc.Arbitrary<Timed[]> = fc.array(
  fc.record({ done: fc.boolean(), minutes: fc.integer({ min: 1, max: 600 }) }),
);

describe("progress", () => {
  test("is nothing of nothing before the first step, and everything after the last", () => {
    expect(progressOf([])).toEqual({ done: 0, total: 0, minutesLeft: 0 });
    expect(progressOf([{ done: true, minutes: 5 }])).toEqual({ done: 1, total: 1, minutesLeft: 0 });
  });

  test("law: a step that is done adds one and takes its minutes off, and no other changes that", () => {
    fc.assert(
      fc.property(timed, fc.nat(), (steps, pick) => {
        const left = steps.filter(({ done }) => !done);
        const next = left[pick % Math.max(1, left.length)];
        const before = progressOf(steps);
        expect(before.done).toBeLessThanOrEqual(before.total);
        if (!next) {
          expect([before.done, before.minutesLeft]).toEqual([steps.length, 0]);
          return;
        }
        const after = progressOf(steps.map((step) => (step === next ? { ...step, done: true } : step)));
        expect(after).toEqual({
          done: before.done + 1,
          total: before.total,
          minutesLeft: before.minutesLeft - next.minutes,
        });
      }),
      { seed: 20261129 },
    );
  });

  test("law: progress does not depend on the order of the steps, and that of two halves adds up", () => {
    fc.assert(
      fc.property(timed, timed, (first, second) => {
        const [one, other] = [progressOf(first), progressOf(second)];
        expect(progressOf([...second, ...first])).toEqual({
          done: one.done + other.done,
          total: one.total + other.total,
          minutesLeft: one.minutesLeft + other.minutesLeft,
        });
      }),
      { seed: 20261130 },
    );
  });
});

describe("what a member is shown", () => {
  const itinerary = Array.from({ length: 6 }, (_, position) => ({ id: `phase-${position}`, position }));
  const someIds = fc.subarray(itinerary.map(({ id }) => id));

  test("law: an open phase is shown, with all before it and none after the furthest", () => {
    fc.assert(
      fc.property(someIds, (open) => {
        const shown = shownPhases(itinerary, open).map(({ id }) => id);
        const furthest = Math.max(-1, ...open.map((id) => Number(id.slice(-1))));
        expect(shown).toEqual(itinerary.slice(0, furthest + 1).map(({ id }) => id));
      }),
      { seed: 20261129 },
    );
  });

  test("law: going on to a later phase takes no material away", () => {
    fc.assert(
      fc.property(someIds, fc.nat(5), (open, next) => {
        const before = shownPhases(itinerary, open);
        expect(shownPhases(itinerary, [...open, `phase-${next}`])).toEqual(expect.arrayContaining(before));
      }),
      { seed: 20261130 },
    );
  });

  test("a phase that is not of this itinerary shows nothing", () => {
    expect(shownPhases(itinerary, ["of another assembly"])).toEqual([]);
  });
});

describe("the order of steps", () => {
  const steps = fc
    .uniqueArray(fc.record({ kind: fc.constantFrom("material", "task"), id: fc.nat(5), position: fc.nat(3) }), {
      selector: ({ kind, id }) => `${kind}${id}`,
    })
    .map((all) => all.map((one) => ({ ...one, kind: one.kind as "material" | "task", id: String(one.id) })));

  test("law: is one, in whatever order they are read", () => {
    fc.assert(
      fc.property(steps, (all) => {
        expect(inOrder([...all].reverse())).toEqual(inOrder(all));
        const positions = inOrder(all).map(({ position }) => position);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
      }),
      { seed: 20261129 },
    );
  });

  test("law: moving loses and doubles none, and moves no more than two", () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.constantFrom("up" as const, "down" as const), (all, at, direction) => {
        const step = all[at % Math.max(1, all.length)] ?? { kind: "task" as const, id: "gone" };
        const moved = moveStep(all, step, direction);
        expect(new Set(moved)).toEqual(new Set(all));
        expect(moved).toHaveLength(all.length);
        const changed = moved.filter((one, place) => one !== all[place]);
        const atEnd = step === (direction === "up" ? all[0] : all.at(-1)) || all.length === 0;
        expect(changed).toHaveLength(atEnd ? 0 : 2);
      }),
      { seed: 20261130 },
    );
  });
});

describe("who reads an answer", () => {
  const people = ["odette", "karim", "lea"] as unknown as readonly ParticipationId[];
  const reader = fc.record({
    participationId: fc.constantFrom(...people),
    roles: fc.subarray<Role>([...roles]),
    table: fc.subarray([...people]),
  });

  test("law: its author always; of a private one nobody else, whatever their role or their table", () => {
    fc.assert(
      fc.property(reader, fc.constantFrom(...people), (one, author) => {
        const isAuthor = one.participationId === author;
        expect(mayReadAnswer(one, "private", author)).toBe(isAuthor);
        if (isAuthor) expect(mayReadAnswer(one, "group", author)).toBe(true);
      }),
      { seed: 20261129 },
    );
  });

  test("of a shared one the table, the facilitators and the organisers; no expert, observer, guarantor or scrutineer", () => {
    const reads = (role: Role, table: readonly ParticipationId[] = []) =>
      mayReadAnswer(
        { participationId: people[0] as ParticipationId, roles: [role], table },
        "group",
        people[1] as ParticipationId,
      );
    const inCharge: readonly Role[] = ["facilitator", "co-facilitator", "organiser"];
    for (const role of roles) expect(reads(role), role).toBe(inCharge.includes(role));
    expect(reads("observer", [people[1] as ParticipationId])).toBe(true);
  });
});

test("law: the ranking of questions is one, in whatever order they are read, and ranks none twice", () => {
  const asked = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-f]$/), support: fc.nat(2), askedAtMs: fc.nat(2) }),
    {
      selector: ({ id }) => id,
    },
  );
  fc.assert(
    fc.property(asked, (questions) => {
      const ranked = bySupport(questions);
      expect(bySupport([...questions].reverse())).toEqual(ranked);
      expect(new Set(ranked).size).toBe(questions.length);
      for (const [at, one] of ranked.entries()) expect(one.support).toBeLessThanOrEqual(ranked[at - 1]?.support ?? 2);
    }),
    { seed: 20261129 },
  );
});

test("law: a material that is kept would be kept again as it is, and has no text that says nothing", () => {
  const text = fc.constantFrom("", "  ", "Rents", " Heat ");
  const localised = fc.record({ fr: text, en: text }, { requiredKeys: [] });
  const draft = fc.record({
    kind: fc.constantFrom(...materialKinds),
    title: localised,
    body: localised,
    url: fc.constantFrom("", " https://a.example ", "http://a.example"),
    minutes: fc.constantFrom(1, 0),
    public: fc.boolean(),
  });
  fc.assert(
    fc.property(draft, (asked) => {
      const kept = checkMaterial(asked);
      if (!kept.ok) return;
      expect(withoutEmpty(kept.value.title)).toEqual(kept.value.title);
      expect(kept.value.url === null).toBe(kept.value.kind === "reading");
      expect(checkMaterial({ ...kept.value, url: kept.value.url ?? "" })).toEqual(kept);
    }),
    { seed: 20261129, numRuns: 300 },
  );
});

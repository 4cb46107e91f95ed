import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anItinerary, aPhase } from "../testing/assembly";
import { daysMoved } from "./follow-phase";
import { checkItinerary, type Itinerary, mayOverlap } from "./itinerary";
import { addDays } from "./local-date";
import { type PhaseKind, phaseKinds, phaseRules } from "./phase";
import { phaseOfDay } from "./phase-of-day";

describe("what may follow or overlap what", () => {
  test("every kind can be reached from the preparation, and every kind leads to the follow-up", () => {
    const reachedFrom = (start: PhaseKind): Set<PhaseKind> => {
      const reached = new Set([start]);
      for (const kind of reached) for (const next of phaseRules[kind].before) reached.add(next);
      return reached;
    };
    expect([...reachedFrom("preparation")].sort()).toEqual([...phaseKinds].sort());
    for (const kind of phaseKinds) expect(reachedFrom(kind).has("follow-up"), kind).toBe(true);
  });

  test("nothing leads back to the preparation, nothing follows the follow-up, and nothing goes back once published", () => {
    expect(phaseKinds.filter((kind) => phaseRules[kind].before.includes("preparation"))).toEqual([]);
    expect(phaseRules["follow-up"].before).toEqual([]);
    expect(phaseRules.publication.before).toEqual(["follow-up"]);
  });

  test("two kinds overlap both ways or not at all, and no kind overlaps with itself", () => {
    for (const one of phaseKinds) {
      expect(mayOverlap({ kind: one }, { kind: one }), one).toBe(false);
      for (const other of phaseKinds) {
        expect(mayOverlap({ kind: one }, { kind: other })).toBe(mayOverlap({ kind: other }, { kind: one }));
      }
    }
  });

  test("only kinds that may stand side by side may share days", () => {
    for (const one of phaseKinds) {
      for (const other of phaseRules[one].overlaps) {
        const follows = phaseRules[one].before.includes(other) || phaseRules[other].before.includes(one);
        expect(follows, `${one} ${other}`).toBe(true);
      }
    }
  });

  test("while the vote is on nothing else is open", () => {
    expect(phaseRules.decision.overlaps).toEqual([]);
  });
});

describe("the order and the days of an itinerary", () => {
  test("an itinerary of the preparation alone may stand; an empty one may not", () => {
    expect(checkItinerary([aPhase("preparation", ["2026-01-01", "2026-01-01"])]).ok).toBe(true);
    expect(checkItinerary([])).toMatchObject({ refusal: { code: "itinerary-start" } });
  });

  test("no phase begins before the one before it, even where the two may overlap", () => {
    const [preparation, recruitment] = anItinerary();
    if (!preparation || !recruitment) throw new Error("no itinerary");
    const skills = aPhase("skills", [addDays(recruitment.from, -1), recruitment.to]);
    expect(checkItinerary([preparation, recruitment, skills])).toMatchObject({
      refusal: {
        code: "phase-before-previous",
        field: "from.skills",
        data: { phase: "skills", before: "recruitment" },
      },
    });
  });

  test("a clash is named with the phase it is with, also where that one is not the one just before", () => {
    const itinerary = [
      aPhase("preparation", ["2026-01-01", "2026-01-31"]),
      aPhase("recruitment", ["2026-02-01", "2026-03-20"]),
      aPhase("skills", ["2026-03-01", "2026-03-10"]),
      aPhase("learning", ["2026-03-11", "2026-03-31"]),
    ];
    expect(checkItinerary(itinerary)).toMatchObject({
      refusal: {
        code: "phase-cannot-overlap",
        field: "from.learning",
        data: { phase: "learning", before: "recruitment" },
      },
    });
  });

  test("law: dates alone decide; an itinerary that may stand may stand on any other days, moved as a whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.boolean(), (days, broken) => {
        const moved = anItinerary().map((phase, at): Itinerary[number] => ({
          ...phase,
          from: addDays(phase.from, days),
          to: addDays(phase.to, broken && at === 2 ? days + 40 : days),
        }));
        // Learning that lasts ten days into deliberation is fine; forty days more reach past it.
        expect(checkItinerary(moved).ok).toBe(!broken);
      }),
      { seed: 20261129 },
    );
  });
});

describe("sessions and the phases around them", () => {
  const itinerary = [
    aPhase("learning", ["2026-03-01", "2026-03-20"]),
    aPhase("deliberation", ["2026-03-15", "2026-03-31"]),
  ];

  test("a session of a day that two phases share belongs to the later one; first and last day count", () => {
    expect(phaseOfDay(itinerary, "2026-03-14")).toBe("learning");
    expect(phaseOfDay(itinerary, "2026-03-15")).toBe("deliberation");
    expect(phaseOfDay(itinerary, "2026-03-20")).toBe("deliberation");
    expect(phaseOfDay(itinerary, "2026-03-31")).toBe("deliberation");
    expect(phaseOfDay(itinerary, "2026-03-01")).toBe("learning");
  });

  test("outside every phase it belongs to none", () => {
    expect(phaseOfDay(itinerary, "2026-02-28")).toBeNull();
    expect(phaseOfDay(itinerary, "2026-04-01")).toBeNull();
    expect(phaseOfDay([], "2026-03-15")).toBeNull();
  });

  test("it moves with the first day of its phase, forwards and back, whatever becomes of the last day", () => {
    const [learning, deliberation] = itinerary;
    if (!learning || !deliberation) throw new Error("no itinerary");
    const moved = (from: string) => daysMoved(itinerary, [learning, { ...deliberation, from }], deliberation.id);
    expect([moved("2026-03-22"), moved("2026-03-08"), moved("2026-03-15")]).toEqual([7, -7, 0]);
    expect(daysMoved(itinerary, [{ ...learning, to: "2026-06-01" }], learning.id)).toBe(0);
  });

  test("it stays where it is when its phase is new, gone, or it has none", () => {
    const [learning] = itinerary;
    expect(daysMoved([], itinerary, learning?.id ?? null)).toBe(0);
    expect(daysMoved(itinerary, [], learning?.id ?? null)).toBe(0);
    expect(daysMoved(itinerary, itinerary, null)).toBe(0);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PhaseId } from "../kernel/ids";
import { seededRandom } from "../kernel/random";
import { refuse } from "../kernel/result";
import { anItinerary, aPhase } from "../testing/assembly";
import { editItinerary, MOST_PHASES } from "./edit-itinerary";
import { checkItinerary, type Itinerary } from "./itinerary";
import { addDays, daysBetween } from "./local-date";
import { phaseKinds } from "./phase";
import { planFromTemplate } from "./plan-from-template";
import { templateNames } from "./template";

const id = (text: string): PhaseId => text as PhaseId;
const kinds = (itinerary: Itinerary) => itinerary.map(({ kind }) => kind);

describe("an itinerary", () => {
  test("begins with the preparation", () => {
    expect(checkItinerary(anItinerary().slice(1))).toMatchObject({ refusal: { code: "itinerary-start" } });
  });

  test("has no phase that may not follow the one before it", () => {
    const [preparation, recruitment, , , , decision] = anItinerary();
    expect(checkItinerary([preparation, recruitment, decision].filter((phase) => phase !== undefined))).toMatchObject({
      refusal: { code: "phase-cannot-follow", data: { phase: "decision", before: "recruitment" } },
    });
  });

  test("has no phase that ends before it begins", () => {
    expect(checkItinerary([aPhase("preparation", ["2026-03-02", "2026-03-01"])])).toMatchObject({
      refusal: { code: "phase-dates-reversed", field: "to.preparation" },
    });
  });

  test("lets only some kinds share days; a last day may be the next one's first", () => {
    const preparation = aPhase("preparation", ["2026-01-01", "2026-01-31"]);
    expect(checkItinerary([preparation, aPhase("recruitment", ["2026-01-31", "2026-02-28"])]).ok).toBe(true);
    expect(checkItinerary([preparation, aPhase("recruitment", ["2026-01-30", "2026-02-28"])])).toMatchObject({
      refusal: { code: "phase-cannot-overlap", data: { phase: "recruitment", before: "preparation" } },
    });
  });

  test.each(templateNames)(
    "of the template %s is lawful, and its sessions lie in a phase, whatever day it begins",
    (name) => {
      for (let day = 0; day < 28; day++) {
        const { itinerary, sessions } = planFromTemplate(name, addDays("2026-03-01", day), seededRandom("plan"));
        expect(checkItinerary(itinerary)).toEqual({ ok: true, value: undefined });
        for (const { date } of sessions)
          expect(itinerary.some(({ from, to }) => from <= date && date <= to)).toBe(true);
      }
    },
  );
});

describe("editing it", () => {
  test("adds a phase after another and moves the following ones back", () => {
    const edit = { kind: "add", id: id("again"), phase: "learning", after: id("deliberation"), days: 10 } as const;
    const edited = editItinerary(anItinerary(), edit, [id("preparation")]);
    expect(edited.ok && kinds(edited.value).slice(2, 6)).toEqual(["learning", "deliberation", "learning", "drafting"]);
    expect(edited.ok && edited.value[4]).toMatchObject({ from: "2026-04-29", to: "2026-05-08" });
    expect(edited.ok && edited.value[5]).toMatchObject({ from: "2026-05-11", to: "2026-06-07" });
  });

  test("refuses to overtake, move or remove a phase that was reached", () => {
    const reached = ["preparation", "recruitment", "learning", "deliberation"].map(id);
    const add = { kind: "add", id: id("again"), phase: "skills", after: id("recruitment"), days: 5 } as const;
    for (const edit of [
      add,
      { kind: "remove", id: id("learning") },
      { kind: "move-up", id: id("deliberation") },
    ] as const) {
      expect(editItinerary(anItinerary(), edit, reached)).toMatchObject({ refusal: { code: "phase-already-reached" } });
    }
  });

  test("swaps two phases within the days they have together", () => {
    const itinerary = [
      aPhase("preparation", ["2026-01-01", "2026-01-31"]),
      aPhase("recruitment", ["2026-02-01", "2026-02-28"]),
      aPhase("skills", ["2026-03-01", "2026-03-05"]),
      aPhase("learning", ["2026-03-06", "2026-03-31"]),
    ];
    expect(editItinerary(itinerary, { kind: "move-up", id: id("learning") }, [])).toEqual({
      ok: true,
      value: [
        itinerary[0],
        itinerary[1],
        aPhase("learning", ["2026-03-01", "2026-03-26"]),
        aPhase("skills", ["2026-03-27", "2026-03-31"]),
      ],
    });
  });

  test("swaps two phases of which one lies within the other", () => {
    const itinerary = [
      aPhase("preparation", ["2026-01-01", "2026-01-31"]),
      aPhase("recruitment", ["2026-02-01", "2026-02-28"]),
      aPhase("learning", ["2026-03-01", "2026-03-31"]),
      aPhase("deliberation", ["2026-03-10", "2026-03-15"]),
    ];
    expect(editItinerary(itinerary, { kind: "move-up", id: id("deliberation") }, [])).toEqual({
      ok: true,
      value: [
        itinerary[0],
        itinerary[1],
        aPhase("deliberation", ["2026-03-01", "2026-03-06"]),
        aPhase("learning", ["2026-03-01", "2026-03-31"]),
      ],
    });
  });

  test("moves no phase before the preparation, and not the preparation itself", () => {
    const move = (phase: string) => editItinerary(anItinerary(), { kind: "move-up", id: id(phase) }, []);
    expect(move("recruitment")).toEqual(refuse("itinerary-start"));
    expect(move("preparation")).toEqual(refuse("itinerary-start"));
  });

  test("knows the phases it is asked about", () => {
    for (const kind of ["remove", "move-up"] as const) {
      expect(editItinerary(anItinerary(), { kind, id: id("gone") }, [])).toEqual(refuse("phase-unknown"));
    }
    const add = { kind: "add", id: id("new"), phase: "skills", after: id("gone"), days: 5 } as const;
    expect(editItinerary(anItinerary(), add, [])).toEqual(refuse("phase-unknown", {}, "after"));
  });

  test("adds a phase of one day to ten years", () => {
    const add = (days: number) =>
      editItinerary(anItinerary(), { kind: "add", id: id("new"), phase: "skills", after: id("recruitment"), days }, []);
    expect([add(1).ok, add(3660).ok]).toEqual([true, true]);
    for (const days of [0, -1, 3661, 1.5, Number.NaN]) {
      expect(add(days)).toEqual(refuse("days-out-of-range", { min: 1, max: 3660 }, "days"));
    }
  });

  test("has thirty phases at most", () => {
    const alternating = Array.from({ length: MOST_PHASES }, (_, at) => {
      const kind = (["preparation", "recruitment"] as const)[at] ?? (at % 2 === 0 ? "learning" : "deliberation");
      return aPhase(kind, [addDays("2026-01-01", at * 10), addDays("2026-01-01", at * 10 + 9)], `${at}`);
    });
    expect(checkItinerary(alternating).ok).toBe(true);
    const add = (itinerary: Itinerary) => {
      const after = itinerary.at(-1)?.id ?? id("");
      const phase = itinerary.at(-1)?.kind === "learning" ? "deliberation" : "learning";
      return editItinerary(itinerary, { kind: "add", id: id("more"), phase, after, days: 2 }, []);
    };
    expect(add(alternating.slice(0, -1)).ok).toBe(true);
    expect(add(alternating)).toEqual(refuse("itinerary-too-long", { max: 30 }));
  });

  test("gives other dates to a phase that was reached, and leaves the phases alone that it is not asked about", () => {
    const dates = [{ id: id("learning"), from: "2026-03-02", to: "2026-03-27" }];
    const reached = ["preparation", "recruitment", "learning"].map(id);
    const edited = editItinerary(anItinerary(), { kind: "dates", dates }, reached);
    expect(edited).toEqual({
      ok: true,
      value: anItinerary().map((phase) => (phase.kind === "learning" ? { ...phase, ...dates[0] } : phase)),
    });
  });

  test("law: two phases that change places keep their lengths and their stretch, and the others their days", () => {
    const offset = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(offset, offset, offset, (learns, begins, lasts) => {
        const itinerary = [
          ...anItinerary().slice(0, 2),
          aPhase("learning", ["2026-03-01", addDays("2026-03-01", learns)]),
          aPhase("deliberation", [addDays("2026-03-01", begins), addDays("2026-03-01", begins + lasts)]),
        ];
        const edited = editItinerary(itinerary, { kind: "move-up", id: id("deliberation") }, []);
        if (!edited.ok) throw new Error(edited.refusal.code);
        const length = ({ from, to }: Itinerary[number]) => daysBetween(from, to);
        const stretch = (some: Itinerary) => [
          some.map(({ from }) => from).sort()[0],
          some.map(({ to }) => to).sort()[1],
        ];
        const [now, was] = [edited.value.slice(2), itinerary.slice(2)];
        expect(now.map(length)).toEqual(was.map(length).reverse());
        expect(stretch(now)).toEqual(stretch(was));
        expect(edited.value.slice(0, 2)).toEqual(itinerary.slice(0, 2));
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });

  test("names the field of a date that does not exist", () => {
    const dates = [{ id: id("learning"), from: "2026-02-30", to: "2026-03-28" }];
    expect(editItinerary(anItinerary(), { kind: "dates", dates }, [])).toMatchObject({
      refusal: { code: "date-invalid", field: "from.learning" },
    });
  });

  test("law: whatever is tried, what is accepted is lawful and still begins with what was reached", () => {
    const place = fc.nat({ max: 7 });
    const edits = fc.array(
      fc.tuple(fc.constantFrom("add", "remove", "move-up"), place, fc.constantFrom(...phaseKinds)),
      {
        maxLength: 15,
      },
    );
    fc.assert(
      fc.property(edits, fc.integer({ min: 1, max: 4 }), (tried, count) => {
        const start = anItinerary();
        const reached = start.slice(0, count).map((phase) => phase.id);
        let itinerary: Itinerary = start;
        for (const [step, [kind, at, phase]] of tried.entries()) {
          const target = itinerary[at % itinerary.length]?.id ?? id("");
          const edit =
            kind === "add"
              ? ({ kind, id: id(`new-${step}`), phase, after: target, days: 7 } as const)
              : ({ kind: kind as "remove" | "move-up", id: target } as const);
          const edited = editItinerary(itinerary, edit, reached);
          if (edited.ok) itinerary = edited.value;
        }
        expect(checkItinerary(itinerary).ok).toBe(true);
        expect(itinerary.slice(0, count).map((phase) => phase.id)).toEqual(reached);
      }),
      { seed: 1848, numRuns: 300, verbose: 1 },
    );
  });
});

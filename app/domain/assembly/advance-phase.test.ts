import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Id, PhaseId } from "../kernel/ids";
import { refuse } from "../kernel/result";
import { anItinerary, aPhase } from "../testing/assembly";
import {
  advancePhase,
  changeToUndo,
  closePhase,
  nextPhase,
  openPhasesOf,
  type PhaseChange,
  type PhasesNow,
  undoPhaseChange,
} from "./advance-phase";
import { type Itinerary, mayOverlap } from "./itinerary";
import { type PhaseKind, phaseRules } from "./phase";

const id = (text: string): PhaseId => text as PhaseId;
const at = (...open: string[]): PhasesNow => ({ itinerary: anItinerary(), open: open.map(id) });

describe("advancing", () => {
  test("opens the next phase and closes the one before", () => {
    expect(advancePhase(at("preparation"), { to: id("recruitment"), keep: [] })).toEqual({
      ok: true,
      value: ["recruitment"],
    });
  });

  test("keeps a phase open beside the next one where the kinds may overlap", () => {
    expect(advancePhase(at("learning"), { to: id("deliberation"), keep: [id("learning")] })).toEqual({
      ok: true,
      value: ["learning", "deliberation"],
    });
  });

  test("refuses to keep one that may not be open beside it", () => {
    expect(advancePhase(at("drafting"), { to: id("decision"), keep: [id("drafting")] })).toMatchObject({
      refusal: { code: "phase-cannot-stay-open", data: { phase: "decision", before: "drafting" } },
    });
  });

  test("refuses to skip a phase or to go back", () => {
    expect(advancePhase(at("preparation"), { to: id("learning"), keep: [] })).toMatchObject({
      refusal: { code: "phase-not-next" },
    });
    expect(advancePhase(at("learning"), { to: id("recruitment"), keep: [] })).toMatchObject({
      refusal: { code: "phase-not-next" },
    });
  });

  test("refuses a phase that is not in the itinerary, and the one that is open already", () => {
    expect(advancePhase(at("learning"), { to: id("gone"), keep: [] })).toEqual(refuse("phase-unknown"));
    expect(advancePhase(at("learning"), { to: id("learning"), keep: [] })).toMatchObject({
      refusal: { code: "phase-not-next", data: { phase: "learning" } },
    });
  });

  test("refuses to keep what is not open", () => {
    expect(advancePhase(at("learning"), { to: id("deliberation"), keep: [id("drafting")] })).toMatchObject({
      refusal: { code: "phase-not-open-now" },
    });
  });
});

describe("where an itinerary stands", () => {
  test("the next phase is the one after the furthest that is open; the first while none is; none after the last", () => {
    expect(nextPhase(at("learning", "deliberation"))?.id).toBe("drafting");
    expect(nextPhase(at("deliberation", "learning"))?.id).toBe("drafting");
    expect(nextPhase(at())?.id).toBe("preparation");
    expect(nextPhase(at("follow-up"))).toBeUndefined();
  });

  test("open phases are in the order of the itinerary, whatever the order they were opened in; a phase that is gone is not among them", () => {
    const open = openPhasesOf(at("deliberation", "gone", "learning")).map((phase) => phase.kind);
    expect(open).toEqual(["learning", "deliberation"]);
  });
});

describe("closing", () => {
  test("closes the earlier of two open phases, never the furthest and never the last one", () => {
    expect(closePhase(at("learning", "deliberation"), id("learning"))).toEqual({ ok: true, value: ["deliberation"] });
    expect(closePhase(at("learning", "deliberation"), id("deliberation"))).toMatchObject({
      refusal: { code: "phase-furthest-open" },
    });
    expect(closePhase(at("learning"), id("learning"))).toMatchObject({ refusal: { code: "phase-only-open" } });
    for (const closed of ["drafting", "preparation", "gone"]) {
      expect(closePhase(at("learning", "deliberation"), id(closed))).toEqual(refuse("phase-not-open-now"));
    }
  });
});

describe("undoing", () => {
  const changes: PhaseChange[] = [
    { id: "c1" as Id<"phase-change">, from: [], to: [id("preparation")], undoes: null },
    { id: "c2" as Id<"phase-change">, from: [id("preparation")], to: [id("recruitment")], undoes: null },
  ];

  test("takes the last change back, with a reason", () => {
    expect(undoPhaseChange(changes, "opened too early")).toEqual({
      ok: true,
      value: { to: ["preparation"], undoes: "c2" },
    });
  });

  test("needs a reason in words", () => {
    expect(undoPhaseChange(changes, "  ")).toMatchObject({ refusal: { code: "reason-needed", field: "reason" } });
  });

  test("leaves the first opening alone", () => {
    expect(undoPhaseChange(changes.slice(0, 1), "why not")).toMatchObject({ refusal: { code: "nothing-to-undo" } });
  });
});

/** Lawful itineraries: walks through the table of what may follow what, from the preparation. */
const itineraries: fc.Arbitrary<Itinerary> = fc
  .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 })
  .map((choices) => {
    const kinds: PhaseKind[] = ["preparation"];
    for (const choice of choices) {
      const following = phaseRules[kinds.at(-1) ?? "preparation"].before;
      const next = following[choice % Math.max(1, following.length)];
      if (next) kinds.push(next);
    }
    return kinds.map((kind, position) => aPhase(kind, ["2026-01-01", "2026-01-01"], `${position}`));
  });

/** What a person tries: 0 advances, 1 advances and keeps what may stay, 2 closes the first one, 3 undoes. */
const attempts = fc.array(fc.constantFrom(0, 1, 2, 3), { maxLength: 30 });

function play(itinerary: Itinerary, tried: readonly number[]): PhaseChange[] {
  const [first] = itinerary;
  const changes: PhaseChange[] = [
    { id: "0" as Id<"phase-change">, from: [], to: first ? [first.id] : [], undoes: null },
  ];
  for (const attempt of tried) {
    const open = changes.at(-1)?.to ?? [];
    const answer = attemptOne({ itinerary, open }, attempt, changes);
    if (answer) changes.push({ id: `${changes.length}` as Id<"phase-change">, from: open, ...answer });
  }
  return changes;
}

function attemptOne(now: PhasesNow, attempt: number, changes: readonly PhaseChange[]) {
  if (attempt === 3) {
    const undone = undoPhaseChange(changes, "a reason");
    return undone.ok ? undone.value : undefined;
  }
  const next = nextPhase(now);
  const staying = now.itinerary.filter((phase) => now.open.includes(phase.id) && next && mayOverlap(phase, next));
  const moved =
    attempt === 2
      ? closePhase(now, now.open[0] ?? id(""))
      : next
        ? advancePhase(now, { to: next.id, keep: attempt === 1 ? staying.map((phase) => phase.id) : [] })
        : undefined;
  return moved?.ok ? { to: moved.value, undoes: null } : undefined;
}

describe("laws of the itinerary", () => {
  test("at every moment something is open, in order, and all that is open may overlap with its neighbours", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        for (const { to } of play(itinerary, tried)) {
          const positions = to.map((phase) => itinerary.findIndex((planned) => planned.id === phase));
          expect(to.length).toBeGreaterThan(0);
          expect(positions).toEqual([...positions].sort((a, b) => a - b));
          const latest = itinerary[positions.at(-1) ?? 0];
          for (const position of positions.slice(0, -1)) {
            const earlier = itinerary[position];
            expect(earlier && latest && mayOverlap(earlier, latest)).toBe(true);
          }
        }
      }),
      { seed: 20260314, numRuns: 300, verbose: 1 },
    );
  });

  test("each change begins where the one before it ended", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        const changes = play(itinerary, tried);
        for (const [at, change] of changes.entries()) expect(change.from).toEqual(changes[at - 1]?.to ?? []);
      }),
      { seed: 48, numRuns: 300, verbose: 1 },
    );
  });

  test("undoing as long as there is something to undo leads back to the preparation", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        const changes = play(itinerary, tried);
        const undos = changes.length;
        const after = play(itinerary, [...tried, ...Array<number>(undos).fill(3)]);
        expect(after.at(-1)?.to).toEqual([itinerary[0]?.id]);
        expect(changeToUndo(after)).toBeUndefined();
      }),
      { seed: 7, numRuns: 300, verbose: 1 },
    );
  });

  test("undoing leads through the same states in the opposite order, and erases no change", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        const forward = play(
          itinerary,
          tried.filter((attempt) => attempt !== 3),
        );
        const back = play(itinerary, [...tried.filter((attempt) => attempt !== 3), ...Array(forward.length).fill(3)]);
        expect(back.slice(0, forward.length)).toEqual(forward);
        const states = forward.map(({ to }) => to);
        expect(back.slice(forward.length).map(({ to }) => to)).toEqual(states.slice(0, -1).reverse());
        const undone = back.slice(forward.length).map(({ undoes }) => undoes);
        expect(undone).toEqual(
          forward
            .slice(1)
            .map((change) => change.id)
            .reverse(),
        );
      }),
      { seed: 1789, numRuns: 200, verbose: 1 },
    );
  });

  test("an undo leaves exactly what was open before the change that it takes back", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        const changes = play(itinerary, tried);
        for (const undo of changes.filter(({ undoes }) => undoes !== null)) {
          const taken = changes.find((change) => change.id === undo.undoes);
          expect([undo.to, undo.from]).toEqual([taken?.from, taken?.to]);
        }
      }),
      { seed: 1830, numRuns: 200, verbose: 1 },
    );
  });

  test("no change is undone twice, and no undo is itself undone", () => {
    fc.assert(
      fc.property(itineraries, attempts, (itinerary, tried) => {
        const changes = play(itinerary, tried);
        const taken = changes.flatMap(({ undoes }) => undoes ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        const undos = new Set(changes.filter(({ undoes }) => undoes !== null).map((change) => change.id));
        expect(taken.filter((one) => undos.has(one))).toEqual([]);
      }),
      { seed: 1871, numRuns: 200, verbose: 1 },
    );
  });
});

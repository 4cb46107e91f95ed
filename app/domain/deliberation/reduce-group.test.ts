import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IdeaId } from "../kernel/ids";
import { aGroupState, anEntry, aTurn, participation } from "../testing/live";
import type { GroupFact } from "./facts";
import type { GroupState, Idea } from "./live-state";
import { byKeeping, reduceGroup } from "./reduce-group";

const anIdea = (name: string, keptAtMs: number): Idea => ({
  ideaId: name as IdeaId,
  text: name,
  language: "fr",
  authorIds: [participation("odette")],
  keptAtMs,
});
const kept = (idea: Idea): GroupFact => ({ type: "idea-kept", payload: idea });
const dropped = (idea: Idea): GroupFact => ({ type: "idea-dropped", payload: { ideaId: idea.ideaId } });

function hear(...facts: readonly GroupFact[]): GroupState {
  return facts.reduce((known, fact) => reduceGroup(known, fact) ?? known, aGroupState());
}

describe("a group", () => {
  test("has a floor of its own", () => {
    const state = hear(
      { type: "turn-asked", payload: anEntry("karim", 1) },
      { type: "turn-given", payload: aTurn("odette", 5) },
      { type: "turn-ended", payload: { turnId: aTurn("odette", 5).turnId, endedAtMs: 9 } },
    );
    expect(state).toEqual(
      aGroupState({
        floor: {
          queue: [anEntry("karim", 1)],
          turn: null,
          spoken: { [participation("odette")]: { turns: 1, speakingTimeMs: 4 } },
        },
      }),
    );
  });

  test("has the time it was given last, or ends with everyone again", () => {
    const given = { moreMs: 5, sinceMs: null };
    expect(hear({ type: "group-time-set", payload: { moreTime: given } }).moreTime).toEqual(given);
    const back = hear(
      { type: "group-time-set", payload: { moreTime: given } },
      { type: "group-time-set", payload: { moreTime: null } },
    );
    expect(back).toEqual(aGroupState());
  });

  test("shows its ideas, the first kept first, without those that were dropped", () => {
    const [rent, heat, rooms] = [anIdea("rent", 10), anIdea("heat", 20), anIdea("rooms", 30)];
    expect(hear(kept(rooms), kept(rent), kept(heat)).ideas).toEqual([rent, heat, rooms]);
    expect(hear(kept(rent), kept(heat), dropped(rent)).ideas).toEqual([heat]);
    expect(hear(kept(rent), dropped(heat)).ideas).toEqual([rent]);
  });

  test("asks for the snapshot where a fact is not known", () => {
    expect(reduceGroup(aGroupState(), { type: "idea-sung" } as unknown as GroupFact)).toBeNull();
  });
});

test("law: whatever is kept and dropped, each idea is there once, in one order for everybody", () => {
  const ideas = ["rent", "heat", "rooms", "loans"].map((name, at) => anIdea(name, at % 2));
  const deeds = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...ideas)), { maxLength: 20 });
  fc.assert(
    fc.property(deeds, (all) => {
      const there = new Set<Idea>();
      const facts: GroupFact[] = [];
      for (const [keeps, idea] of all) {
        if (keeps === there.has(idea)) continue;
        if (keeps) there.add(idea);
        else there.delete(idea);
        facts.push(keeps ? kept(idea) : dropped(idea));
      }
      expect(hear(...facts).ideas).toEqual([...there].sort(byKeeping));
    }),
    { seed: 20261129 },
  );
});

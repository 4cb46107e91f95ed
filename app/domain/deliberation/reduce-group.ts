import type { GroupFact } from "./facts";
import type { GroupState, Idea } from "./live-state";
import { reduceFloor } from "./reduce-floor";

/** Applies one fact to what those in a group see. Null for a fact this page does not know: fetch the snapshot. */
export function reduceGroup(state: GroupState, fact: GroupFact): GroupState | null {
  switch (fact.type) {
    case "turn-asked":
    case "turn-withdrawn":
    case "turn-given":
    case "turn-ended":
    case "floor-closed":
      return { ...state, floor: reduceFloor(state.floor, fact) };
    case "group-time-set":
      return { ...state, moreTime: fact.payload.moreTime };
    case "idea-kept":
      return { ...state, ideas: [...state.ideas, fact.payload].sort(byKeeping) };
    case "idea-dropped":
      return { ...state, ideas: state.ideas.filter(({ ideaId }) => ideaId !== fact.payload.ideaId) };
    default:
      return unknownFact(fact);
  }
}

/** The first kept first. */
export function byKeeping(a: Idea, b: Idea): number {
  return a.keptAtMs - b.keptAtMs || (a.ideaId < b.ideaId ? -1 : 1);
}

function unknownFact(_fact: never): null {
  return null;
}

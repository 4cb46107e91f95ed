import { reduceAttendance } from "./attendance";
import type { SessionFact } from "./facts";
import type { Round, SessionState } from "./live-state";
import { reduceFloor } from "./reduce-floor";

/** Applies one fact to what everyone in a session sees. Null for a fact this page does not know: fetch the snapshot. */
export function reduceSession(state: SessionState, fact: SessionFact): SessionState | null {
  switch (fact.type) {
    case "turn-asked":
    case "turn-withdrawn":
    case "turn-given":
    case "turn-ended":
    case "floor-closed":
      return { ...state, floor: reduceFloor(state.floor, fact) };
    case "session-started": {
      const { itemId, itemEndsAtMs } = fact.payload;
      return { ...state, state: "running", currentItemId: itemId, itemEndsAtMs };
    }
    case "session-closed":
      return { ...state, state: "closed", itemEndsAtMs: null };
    case "item-stepped": {
      const { itemId, itemEndsAtMs } = fact.payload;
      return { ...state, currentItemId: itemId, itemEndsAtMs };
    }
    case "item-extended":
      return { ...state, itemEndsAtMs: fact.payload.itemEndsAtMs };
    case "round-opened": {
      const { roundId, agendaItemId } = fact.payload;
      return { ...state, round: fact.payload, lastRound: { roundId, agendaItemId } };
    }
    case "round-ended":
      return state.round?.roundId === fact.payload.roundId ? { ...state, round: null } : state;
    case "member-placed": {
      const { participationId, groupId } = fact.payload;
      return inRound(state, (round) => ({ ...round, seats: { ...round.seats, [participationId]: groupId } }));
    }
    case "facilitator-assigned": {
      const { groupId, facilitatorId } = fact.payload;
      return inRound(state, (round) => ({ ...round, groups: assign(round, groupId, facilitatorId) }));
    }
    case "attendee-joined":
    case "attendee-left":
    case "attendee-renamed":
      return { ...state, attendees: reduceAttendance(state.attendees, fact) };
    default:
      return unknownFact(fact);
  }
}

function inRound(state: SessionState, change: (round: Round) => Round): SessionState {
  return state.round ? { ...state, round: change(state.round) } : state;
}

function assign(
  { groups }: Round,
  groupId: Round["groups"][number]["groupId"],
  facilitatorId: Round["groups"][number]["facilitatorId"],
): Round["groups"] {
  return groups.map((group) => (group.groupId === groupId ? { ...group, facilitatorId } : group));
}

/** All known facts are handled above; a newer server may send others. */
function unknownFact(_fact: never): null {
  return null;
}

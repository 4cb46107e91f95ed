import type { PageFact } from "../assembly/facts";
import type { AssemblyId, GroupId, ParticipationId, SessionId } from "../kernel/ids";
import type { LiveFact } from "./facts";
import type { MaySend } from "./may-send";

/** The way into a video room, told to a page at the moment when its person is moved there: it need not ask. */
export interface RoomAhead {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** Null: the plenary. */
  readonly groupId: GroupId | null;
  readonly url: string;
  readonly token: string;
  readonly maySend: MaySend;
  readonly participationId: ParticipationId;
  /** All roles of the person in the assembly: none of them is played to themself. */
  readonly own: readonly ParticipationId[];
}

/** Whom a fact of a session moves to another room: everybody, some, or nobody (null). */
export function movedBy(fact: LiveFact | PageFact): "everybody" | readonly ParticipationId[] | null {
  switch (fact.type) {
    case "session-started":
    case "round-opened":
    case "round-ended":
      return "everybody";
    case "member-placed":
      return [fact.payload.participationId];
    case "facilitator-assigned":
      return [fact.payload.facilitatorId, fact.payload.formerId].filter((id) => id !== null);
    default:
      return null;
  }
}

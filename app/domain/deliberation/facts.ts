import type { AgendaItemId, GroupId, IdeaId, ParticipationId, RoundId } from "../kernel/ids";
import type {
  Attendee,
  HelpCall,
  HelpCallId,
  HelpProgress,
  Idea,
  MoreTime,
  QueueEntry,
  QueueEntryId,
  Round,
  Turn,
  TurnId,
} from "./live-state";
import type { GroupStream, HelpStream, SessionStream } from "./streams";

/** What happens on a floor: the same facts in the plenary and in a group. */
export type FloorFact =
  | { readonly type: "turn-asked"; readonly payload: QueueEntry }
  | { readonly type: "turn-withdrawn"; readonly payload: { readonly entryId: QueueEntryId } }
  /** Ends the turn before it, if any, at the same instant; takes the speaker out of the queue. */
  | { readonly type: "turn-given"; readonly payload: Turn }
  | { readonly type: "turn-ended"; readonly payload: { readonly turnId: TurnId; readonly endedAtMs: number } }
  /** The floor closes: the turn ends and nobody waits any more. */
  | { readonly type: "floor-closed"; readonly payload: { readonly atMs: number } };

export type SessionFact =
  | FloorFact
  | {
      readonly type: "session-started";
      readonly payload: { readonly itemId: AgendaItemId; readonly itemEndsAtMs: number };
    }
  | { readonly type: "session-closed"; readonly payload: { readonly atMs: number } }
  | {
      readonly type: "item-stepped";
      readonly payload: { readonly itemId: AgendaItemId; readonly itemEndsAtMs: number };
    }
  | { readonly type: "item-extended"; readonly payload: { readonly itemEndsAtMs: number } }
  | { readonly type: "round-opened"; readonly payload: Round }
  | { readonly type: "round-ended"; readonly payload: { readonly roundId: RoundId } }
  | {
      readonly type: "member-placed";
      /** `leftGroupId`: where they sat until then; null: nowhere. */
      readonly payload: {
        readonly participationId: ParticipationId;
        readonly groupId: GroupId;
        readonly leftGroupId: GroupId | null;
      };
    }
  | {
      readonly type: "facilitator-assigned";
      /** `formerId`: who led the group until then. */
      readonly payload: {
        readonly groupId: GroupId;
        readonly facilitatorId: ParticipationId | null;
        readonly formerId: ParticipationId | null;
      };
    }
  | AttendanceFact;

/** Who is in the assembly while its sessions go on. */
export type AttendanceFact =
  /** `after`: whom they follow in the list of attendees; null for the first. */
  | {
      readonly type: "attendee-joined";
      readonly payload: { readonly attendee: Attendee; readonly after: ParticipationId | null };
    }
  | { readonly type: "attendee-left"; readonly payload: { readonly participationId: ParticipationId } }
  | {
      readonly type: "attendee-renamed";
      readonly payload: { readonly participationId: ParticipationId; readonly name: string };
    };

export type GroupFact =
  | FloorFact
  /** Null: the group ends with everyone again, as the agenda went on. */
  | { readonly type: "group-time-set"; readonly payload: { readonly moreTime: MoreTime | null } }
  | { readonly type: "idea-kept"; readonly payload: Idea }
  | { readonly type: "idea-dropped"; readonly payload: { readonly ideaId: IdeaId } };

export type HelpFact =
  | { readonly type: "help-called"; readonly payload: HelpCall }
  /** Who called is in another group now, or in none: the call as it stands there, also for those who did not have it. */
  | { readonly type: "help-carried"; readonly payload: HelpCall }
  /** Who called has left this group. */
  | { readonly type: "help-gone"; readonly payload: { readonly callId: HelpCallId } }
  | {
      readonly type: "help-moved";
      readonly payload: { readonly callId: HelpCallId; readonly progress: HelpProgress };
    };

/** Any fact of a live session, on the one kind of stream where it may stand. */
export type LiveFact =
  | ({ readonly stream: SessionStream } & SessionFact)
  | ({ readonly stream: GroupStream } & GroupFact)
  | ({ readonly stream: HelpStream } & HelpFact);

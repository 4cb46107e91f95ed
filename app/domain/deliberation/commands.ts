import type { AgendaItemId, GroupId, IdeaId, ParticipationId, RoundId, SessionId } from "../kernel/ids";
import type { Locale } from "../kernel/locale";
import type { HelpCallId, MoreTime, QueueEntryId, TurnId } from "./live-state";

interface InSession {
  readonly sessionId: SessionId;
}

/** In the plenary (null), or in a group. */
interface OnFloor extends InSession {
  readonly groupId: GroupId | null;
}

/**
 * What can be asked in a live session. Where two people may press the same button at once, the input says what they saw
 * (`fromItemId`, `seenEndsAtMs`, `seenMoreTime`, `roundId`, `fromGroupId`), so that the thing is done once.
 */
export interface LiveCommands {
  readonly "start-session": InSession;
  readonly "close-session": InSession;
  /** `callBackRoundId`: the open round that a step to a plenary item ends; null where no groups were seen. */
  readonly "step-agenda": InSession & {
    readonly fromItemId: AgendaItemId | null;
    readonly toItemId: AgendaItemId;
    readonly callBackRoundId: RoundId | null;
  };
  /** For everyone. */
  readonly "extend-item": InSession & { readonly seenEndsAtMs: number; readonly minutes: number };
  /** For one group, on top of everyone's time, by those who lead it. */
  readonly "extend-group": InSession & {
    readonly groupId: GroupId;
    readonly seenMoreTime: MoreTime | null;
    readonly minutes: number;
  };
  /** `present`: the members to place, as the organiser sees them; null: every member. `groupSize` null: the assembly's. */
  readonly "split-into-groups": InSession & {
    readonly present: readonly ParticipationId[] | null;
    readonly groupSize: number | null;
  };
  readonly "call-back": InSession & { readonly roundId: RoundId };
  /** Everybody goes back to the groups that were called back. */
  readonly "undo-call-back": InSession & { readonly roundId: RoundId };
  readonly "place-member": InSession & { readonly participationId: ParticipationId; readonly groupId: GroupId };
  readonly "move-member": InSession & {
    readonly participationId: ParticipationId;
    readonly fromGroupId: GroupId;
    readonly toGroupId: GroupId;
  };
  readonly "assign-facilitator": InSession & {
    readonly groupId: GroupId;
    readonly participationId: ParticipationId | null;
  };
  readonly "ask-turn": OnFloor;
  /** One's own, or anybody's by those who give turns there. */
  readonly "withdraw-turn": InSession & { readonly entryId: QueueEntryId };
  /** To somebody in the queue or not (a round-table); ends the turn under way. */
  readonly "give-turn": OnFloor & { readonly participationId: ParticipationId };
  /** By the speaker, or by those who give turns there. */
  readonly "end-turn": InSession & { readonly turnId: TurnId };
  readonly "keep-idea": InSession & {
    readonly groupId: GroupId;
    readonly text: string;
    readonly language: Locale;
    readonly authorIds: readonly ParticipationId[];
  };
  readonly "drop-idea": InSession & { readonly ideaId: IdeaId };
  readonly "call-help": OnFloor;
  /** Says that one is on the way. */
  readonly "answer-help": InSession & { readonly callId: HelpCallId };
  /** It is settled (by who answers), or no longer needed (by who called). */
  readonly "close-help": InSession & { readonly callId: HelpCallId };
}

export type LiveCommandName = keyof LiveCommands;

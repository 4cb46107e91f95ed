import type { PhaseKind } from "../assembly/phase";
import type { Role } from "../assembly/role";
import type {
  AgendaItemId,
  AssemblyId,
  DocumentId,
  GroupId,
  Id,
  IdeaId,
  ParticipationId,
  PersonId,
  RoundId,
  SessionId,
} from "../kernel/ids";
import type { Locale, Localised } from "../kernel/locale";

export type QueueEntryId = Id<"queue-entry">;
export type TurnId = Id<"turn">;
export type HelpCallId = Id<"help-call">;

/** One point of a session's agenda. */
export interface AgendaItem {
  readonly itemId: AgendaItemId;
  readonly mode: "plenary" | "groups" | "pause";
  readonly minutes: number;
  readonly title: Localised;
  readonly prompt: Localised;
}

/** Somebody of the assembly as the hall shows them. `seat` numbers the hemicycle from 1; null for the team. */
export interface Attendee {
  readonly participationId: ParticipationId;
  readonly role: Role;
  readonly seat: number | null;
  readonly name: string;
}

/** Somebody waiting to speak. Instants are UTC milliseconds of the server's clock. */
export interface QueueEntry {
  readonly entryId: QueueEntryId;
  readonly participationId: ParticipationId;
  readonly askedAtMs: number;
}

export interface Turn {
  readonly turnId: TurnId;
  readonly participationId: ParticipationId;
  readonly startedAtMs: number;
}

/** How much somebody has spoken on one floor: ended turns only. */
export interface Spoken {
  readonly turns: number;
  readonly speakingTimeMs: number;
}

/** Where people speak one after the other: the plenary, or one group. `queue` is in order of asking; `orderQueue` says who is next. */
export interface Floor {
  readonly queue: readonly QueueEntry[];
  readonly turn: Turn | null;
  readonly spoken: Readonly<Record<ParticipationId, Spoken>>;
}

/** A group of the round that is open. */
export interface RoundGroup {
  readonly groupId: GroupId;
  readonly number: number;
  readonly facilitatorId: ParticipationId | null;
}

export interface Round {
  readonly roundId: RoundId;
  readonly ordinal: number;
  readonly agendaItemId: AgendaItemId | null;
  readonly groups: readonly RoundGroup[];
  /** Who sits where; nobody twice. */
  readonly seats: Readonly<Record<ParticipationId, GroupId>>;
}

/** What everyone in a session sees: the stream `session:<id>`. */
export interface SessionState {
  readonly sessionId: SessionId;
  readonly assemblyId: AssemblyId;
  readonly title: Localised;
  readonly state: "planned" | "running" | "closed";
  readonly agenda: readonly AgendaItem[];
  readonly currentItemId: AgendaItemId | null;
  /** When the current item ends, on the server's clock; null when nothing runs. */
  readonly itemEndsAtMs: number | null;
  /** Everyone active in the assembly, members by seat and the team after them. */
  readonly attendees: readonly Attendee[];
  /** The open round; null while everyone is in the plenary. */
  readonly round: Round | null;
  /** The session's last round, open or over. */
  readonly lastRound: Pick<Round, "roundId" | "agendaItemId"> | null;
  readonly floor: Floor;
}

/** An idea kept from a group's notes, with those who brought it. */
export interface Idea {
  readonly ideaId: IdeaId;
  readonly text: string;
  readonly language: Locale;
  readonly authorIds: readonly ParticipationId[];
  readonly keptAtMs: number;
}

/** Time that one group was given for the current item, on top of everyone's: `groupEndsAtMs` adds the two up. */
export interface MoreTime {
  readonly moreMs: number;
  /** When it was given, if everything was over by then: it counts from there on. Null: it follows everyone's end. */
  readonly sinceMs: number | null;
}

/** What those in one group see: the stream `group:<id>`. Who sits there is in the session's round. */
export interface GroupState {
  readonly groupId: GroupId;
  readonly roundId: RoundId;
  readonly sessionId: SessionId;
  readonly number: number;
  /** The shared notes (`useSharedDocument`). */
  readonly documentId: DocumentId;
  /** What its facilitator added for the current item; null: it ends with everyone. */
  readonly moreTime: MoreTime | null;
  readonly floor: Floor;
  readonly ideas: readonly Idea[];
}

/** What became of a call for help: nobody yet, somebody is on the way, or it is over and how. */
export type HelpProgress =
  | { readonly kind: "open" }
  | { readonly kind: "taken"; readonly byId: ParticipationId; readonly atMs: number }
  | {
      readonly kind: "closed";
      /** `helped`: said by who answers; `not-needed`: by who called; `session-over`: the session ended first. */
      readonly how: "helped" | "not-needed" | "session-over";
      readonly byId: ParticipationId | null;
      readonly atMs: number;
    };

/** A call for help of this session. */
export interface HelpCall {
  readonly callId: HelpCallId;
  readonly participationId: ParticipationId;
  /** Where who called is, as long as it is not over; then where they were. Null: in no group. */
  readonly groupId: GroupId | null;
  readonly calledAtMs: number;
  readonly progress: HelpProgress;
}

/** The person looking, and what their roles and the open phases let them do here. The server asks `permits` again each time. */
export interface Me {
  readonly personId: PersonId;
  readonly name: string;
  readonly participations: readonly { readonly participationId: ParticipationId; readonly role: Role }[];
  readonly openPhases: readonly PhaseKind[];
  readonly may: {
    /** Start, step, split, call back, close. */
    readonly run: boolean;
    /** Place, move, assign a facilitator. */
    readonly place: boolean;
    readonly giveTurnInPlenary: boolean;
    readonly askTurn: boolean;
    readonly seeEveryGroup: boolean;
    /** What the tables wrote, theirs at least. */
    readonly readNotes: boolean;
    readonly callHelp: boolean;
    readonly answerHelp: boolean;
  };
}

/** Everything one person sees of a live session. */
export interface LiveState {
  readonly me: Me;
  readonly session: SessionState;
  /** The groups this person may enter now, by id: their own, or all for those who watch over the groups. */
  readonly groups: Readonly<Record<GroupId, GroupState>>;
  /** Calls for help, oldest first: all of them for those who answer everywhere, one's own for others. */
  readonly help: readonly HelpCall[];
  /** The calls from the groups that this person leads, for those who do not answer everywhere. */
  readonly groupCalls: Readonly<Record<GroupId, readonly HelpCall[]>>;
}

/** The state with the version of each stream it was read at, by stream key: what a page begins with. */
export interface LiveSnapshot extends LiveState {
  readonly versions: Readonly<Record<string, number>>;
  /** The server's clock when it was read. */
  readonly readAtMs: number;
}

export const emptyFloor: Floor = { queue: [], turn: null, spoken: {} };

import type { Role } from "../assembly/role";
import type {
  AgendaItem,
  Attendee,
  GroupState,
  HelpCall,
  HelpCallId,
  Me,
  QueueEntry,
  QueueEntryId,
  Round,
  SessionState,
  Turn,
  TurnId,
} from "../deliberation/live-state";
import { emptyFloor } from "../deliberation/live-state";
import type {
  AgendaItemId,
  AssemblyId,
  DocumentId,
  GroupId,
  ParticipationId,
  PersonId,
  RoundId,
  SessionId,
} from "../kernel/ids";

export const participation = (name: string): ParticipationId => name as ParticipationId;
export const group = (name: string): GroupId => name as GroupId;
export const agendaItem = (name: string): AgendaItemId => name as AgendaItemId;

/** Somebody of the assembly, called by their id. */
export function anAttendee(name: string, role: Role = "member"): Attendee {
  return { participationId: participation(name), role, seat: null, name };
}

/** One point of an agenda, of ten minutes unless told otherwise. */
export function anAgendaItem(name: string, mode: AgendaItem["mode"] = "groups", minutes = 10): AgendaItem {
  return { itemId: agendaItem(name), mode, minutes, title: { en: name }, prompt: {} };
}

export function anEntry(who: string, askedAtMs: number): QueueEntry {
  return { entryId: `entry-${who}` as QueueEntryId, participationId: participation(who), askedAtMs };
}

export function aTurn(who: string, startedAtMs: number): Turn {
  return { turnId: `turn-${who}-${startedAtMs}` as TurnId, participationId: participation(who), startedAtMs };
}

/** A round in one line: `aRound({ g1: ["odette", "karim"], g2: ["lea"] }, { g1: "farid" })`, who sits where and who leads. */
export function aRound(
  seated: Readonly<Record<string, readonly string[]>>,
  led: Readonly<Record<string, string>> = {},
): Round {
  const names = Object.keys(seated);
  const seats = names.flatMap((name) => (seated[name] ?? []).map((who) => [who, group(name)] as const));
  return {
    roundId: "round" as RoundId,
    ordinal: 1,
    agendaItemId: agendaItem("talk"),
    groups: names.map((name, at) => ({
      groupId: group(name),
      number: at + 1,
      facilitatorId: led[name] === undefined ? null : participation(led[name]),
    })),
    seats: Object.fromEntries(seats),
  };
}

/** A session that runs, at an item in groups, everybody in the plenary still. */
export function aSession(changes: Partial<SessionState> = {}): SessionState {
  return {
    sessionId: "session" as SessionId,
    assemblyId: "assembly" as AssemblyId,
    title: { en: "First weekend" },
    state: "running",
    agenda: [
      anAgendaItem("talk"),
      anAgendaItem("rest", "pause"),
      anAgendaItem("write"),
      anAgendaItem("share", "plenary"),
    ],
    currentItemId: agendaItem("talk"),
    itemEndsAtMs: 600_000,
    attendees: [],
    round: null,
    lastRound: null,
    floor: emptyFloor,
    ...changes,
  };
}

export function aGroupState(changes: Partial<GroupState> = {}): GroupState {
  return {
    groupId: group("g1"),
    roundId: "round" as RoundId,
    sessionId: "session" as SessionId,
    number: 1,
    documentId: "document" as DocumentId,
    moreTime: null,
    floor: emptyFloor,
    ideas: [],
    ...changes,
  };
}

/** A call for help that nobody has answered. */
export function aHelpCall(who: string, calledAtMs: number, changes: Partial<HelpCall> = {}): HelpCall {
  return {
    callId: `call-${who}-${calledAtMs}` as HelpCallId,
    participationId: participation(who),
    groupId: null,
    calledAtMs,
    progress: { kind: "open" },
    ...changes,
  };
}

/** Somebody looking, with one participation for each role: named after it. They may do nothing unless told. */
export function someMe(held: readonly (readonly [string, Role])[], may: Partial<Me["may"]> = {}): Me {
  return {
    personId: "person" as PersonId,
    name: "Odette",
    participations: held.map(([name, role]) => ({ participationId: participation(name), role })),
    openPhases: ["deliberation"],
    may: {
      run: false,
      place: false,
      giveTurnInPlenary: false,
      askTurn: false,
      seeEveryGroup: false,
      readNotes: false,
      callHelp: false,
      answerHelp: false,
      ...may,
    },
  };
}

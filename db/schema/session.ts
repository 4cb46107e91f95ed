import type { NotesReaders } from "~/app/domain/assembly/notes-readers";
import type {
  AgendaItemId,
  AssemblyId,
  DocumentId,
  GroupId,
  Id,
  IdeaId,
  ParticipationId,
  PhaseId,
  RoundId,
  SessionId,
} from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { boolean, index, integer, json, primaryKey, real, table, text, timestamp, uniqueIndex } from "../columns";
import { localised } from "../shapes/localised";
import { assembly, participation, phase } from "./assembly";

/** One live meeting. The row is a small state machine; it names where everyone is now. Timers are end instants. */
export const session = table(
  "session",
  {
    id: text("id").$type<SessionId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    phaseId: text("phase_id")
      .$type<PhaseId>()
      .references(() => phase.id),
    title: json("title", localised).notNull(),
    startsAt: timestamp("starts_at").notNull(),
    endsAt: timestamp("ends_at").notNull(),
    place: text("place").$type<"online" | "room" | "both">().notNull(),
    address: text("address").notNull(),
    state: text("state").$type<"planned" | "running" | "closed">().notNull(),
    currentItemId: text("current_item_id").$type<AgendaItemId>(),
    itemEndsAt: timestamp("item_ends_at"),
    roundId: text("round_id").$type<RoundId>(),
    startedAt: timestamp("started_at"),
    closedAt: timestamp("closed_at"),
    /** Who was to read the notes of its tables later, as they were told; null before it begins. */
    notesReaders: text("notes_readers").$type<NotesReaders>(),
    version: integer("version").notNull(),
  },
  (t) => [index("session_assembly").on(t.assemblyId, t.startsAt)],
);

export const agendaItem = table(
  "agenda_item",
  {
    id: text("id").$type<AgendaItemId>().primaryKey(),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    position: integer("position").notNull(),
    mode: text("mode").$type<"plenary" | "groups" | "pause">().notNull(),
    minutes: integer("minutes").notNull(),
    title: json("title", localised).notNull(),
    prompt: json("prompt", localised).notNull(),
  },
  (t) => [index("agenda_item_session").on(t.sessionId)],
);

export const breakoutRound = table(
  "breakout_round",
  {
    id: text("id").$type<RoundId>().primaryKey(),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    agendaItemId: text("agenda_item_id").$type<AgendaItemId>(),
    ordinal: integer("ordinal").notNull(),
    startedAt: timestamp("started_at").notNull(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [uniqueIndex("breakout_round_ordinal").on(t.sessionId, t.ordinal)],
);

/**
 * A table of one round. ("group" is a reserved word of SQL.) Its notes are one document, the same in each round of the session that is
 * held for the same item: notes belong to an item and a table's number.
 */
export const roundGroup = table(
  "round_group",
  {
    id: text("id").$type<GroupId>().primaryKey(),
    roundId: text("round_id")
      .$type<RoundId>()
      .notNull()
      .references(() => breakoutRound.id),
    number: integer("number").notNull(),
    facilitatorId: text("facilitator_id")
      .$type<ParticipationId>()
      .references(() => participation.id),
    documentId: text("document_id").$type<DocumentId>().notNull(),
    /** Time on top of everyone's for the current item; `more_since` when it counts from an instant of its own. */
    moreMs: integer("more_ms"),
    moreSince: timestamp("more_since"),
    version: integer("version").notNull(),
  },
  (t) => [uniqueIndex("round_group_number").on(t.roundId, t.number), index("round_group_document").on(t.documentId)],
);

/** Where a member sits in a round; one row a member and round. */
export const groupSeat = table(
  "group_seat",
  {
    roundId: text("round_id")
      .$type<RoundId>()
      .notNull()
      .references(() => breakoutRound.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => roundGroup.id),
    placedAt: timestamp("placed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.participationId] }), index("group_seat_group").on(t.groupId)],
);

/** Somebody who asked to speak, in the plenary (no group) or in a group; a turn begins when it is given. */
export const queueEntry = table(
  "queue_entry",
  {
    id: text("id").$type<Id<"queue-entry">>().primaryKey(),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => roundGroup.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    /** `dispersed`: they waited in a group when its round ended, and wait again should it reopen. */
    state: text("state").$type<"waiting" | "called" | "left" | "dispersed">().notNull(),
    askedAt: timestamp("asked_at").notNull(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [index("queue_entry_session").on(t.sessionId, t.groupId, t.state)],
);

export const turn = table(
  "turn",
  {
    id: text("id").$type<Id<"turn">>().primaryKey(),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => roundGroup.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    startedAt: timestamp("started_at").notNull(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [index("turn_session").on(t.sessionId, t.groupId)],
);

/** An idea kept from the notes, with those who brought it. */
export const idea = table(
  "idea",
  {
    id: text("id").$type<IdeaId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    groupId: text("group_id")
      .$type<GroupId>()
      .notNull()
      .references(() => roundGroup.id),
    text: text("text").notNull(),
    language: text("language").$type<Locale>().notNull(),
    keptBy: text("kept_by").$type<ParticipationId>().notNull(),
    keptAt: timestamp("kept_at").notNull(),
    droppedAt: timestamp("dropped_at"),
  },
  (t) => [index("idea_assembly").on(t.assemblyId), index("idea_group").on(t.groupId)],
);

export const ideaAuthor = table(
  "idea_author",
  {
    ideaId: text("idea_id")
      .$type<IdeaId>()
      .notNull()
      .references(() => idea.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.participationId] })],
);

export const helpCall = table(
  "help_call",
  {
    id: text("id").$type<Id<"help-call">>().primaryKey(),
    sessionId: text("session_id")
      .$type<SessionId>()
      .notNull()
      .references(() => session.id),
    groupId: text("group_id").$type<GroupId>(),
    participationId: text("participation_id").$type<ParticipationId>().notNull(),
    calledAt: timestamp("called_at").notNull(),
    answeredAt: timestamp("answered_at"),
    answeredBy: text("answered_by").$type<ParticipationId>(),
    closedAt: timestamp("closed_at"),
    closedBy: text("closed_by").$type<ParticipationId>(),
    closedHow: text("closed_how").$type<"helped" | "not-needed" | "session-over">(),
  },
  (t) => [index("help_call_session").on(t.sessionId)],
);

/** The last device check of a member or team member: what worked. Levels from 0 to 1, the round trip in milliseconds. */
export const deviceCheck = table("device_check", {
  participationId: text("participation_id")
    .$type<ParticipationId>()
    .primaryKey()
    .references(() => participation.id),
  assemblyId: text("assembly_id").$type<AssemblyId>().notNull(),
  at: timestamp("at").notNull(),
  microphoneLevel: real("microphone_level"),
  camera: boolean("camera").notNull(),
  speaker: boolean("speaker").notNull(),
  roundTripMs: integer("round_trip_ms"),
  trouble: text("trouble"),
});

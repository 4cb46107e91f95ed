import type { AssemblyId, Id, ParticipationId, PersonId, RecommendationId, VoteId } from "~/app/domain/kernel/ids";
import { index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { localised } from "../shapes/localised";
import { assembly, participation } from "./assembly";

type QuestionId = Id<"vote-question">;

/** A vote as a show of hands. `sheet` is the canonical text of its terms, frozen and hashed when it opens. */
export const vote = table(
  "vote",
  {
    id: text("id").$type<VoteId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    title: json("title", localised).notNull(),
    method: text("method").$type<"show-of-hands">().notNull(),
    state: text("state").$type<"prepared" | "open" | "closed">().notNull(),
    /** The share of expressed voices, as a fraction: exact in whole numbers. */
    thresholdRule: text("threshold_rule").$type<"more-than" | "at-least">().notNull(),
    thresholdNumerator: integer("threshold_numerator").notNull(),
    thresholdDenominator: integer("threshold_denominator").notNull(),
    quorumPercent: integer("quorum_percent").notNull(),
    sheet: text("sheet"),
    sheetHash: text("sheet_hash"),
    closesAt: timestamp("closes_at"),
    openedAt: timestamp("opened_at"),
    openedBy: text("opened_by").$type<PersonId>(),
    closedAt: timestamp("closed_at"),
    createdAt: timestamp("created_at").notNull(),
    version: integer("version").notNull(),
  },
  (t) => [index("vote_assembly").on(t.assemblyId)],
);

export const voteQuestion = table(
  "vote_question",
  {
    id: text("id").$type<QuestionId>().primaryKey(),
    voteId: text("vote_id")
      .$type<VoteId>()
      .notNull()
      .references(() => vote.id),
    recommendationId: text("recommendation_id").$type<RecommendationId>().notNull(),
    position: integer("position").notNull(),
  },
  (t) => [uniqueIndex("vote_question_recommendation").on(t.voteId, t.recommendationId)],
);

/** Who may vote, frozen when the vote opens; one college while there is one. */
export const rollEntry = table(
  "roll_entry",
  {
    voteId: text("vote_id")
      .$type<VoteId>()
      .notNull()
      .references(() => vote.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    college: text("college").notNull(),
  },
  (t) => [primaryKey({ columns: [t.voteId, t.participationId] })],
);

/** The ballots of a show of hands: open by name, changed until the closing. Never used for a secret ballot. */
export const handRaised = table(
  "hand_raised",
  {
    voteId: text("vote_id")
      .$type<VoteId>()
      .notNull()
      .references(() => vote.id),
    questionId: text("question_id")
      .$type<QuestionId>()
      .notNull()
      .references(() => voteQuestion.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    choice: text("choice").$type<"for" | "against" | "blank">().notNull(),
    channel: text("channel").$type<"online" | "paper" | "helper">().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.participationId] }), index("hand_raised_vote").on(t.voteId)],
);

/** The result of one question, counted once, at the closing. */
export const tally = table("tally", {
  questionId: text("question_id")
    .$type<QuestionId>()
    .primaryKey()
    .references(() => voteQuestion.id),
  for: integer("for_count").notNull(),
  against: integer("against_count").notNull(),
  blank: integer("blank_count").notNull(),
  roll: integer("roll_count").notNull(),
  outcome: text("outcome").$type<"adopted" | "rejected" | "no-quorum" | "no-expressed-voice">().notNull(),
});

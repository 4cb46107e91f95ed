import type {
  AssemblyId,
  DocumentId,
  GroupId,
  Id,
  IdeaId,
  ParticipationId,
  PersonId,
  RecommendationId,
} from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { localised } from "../shapes/localised";
import { assembly } from "./assembly";
import { idea, roundGroup } from "./session";

/** A recommendation: its texts live in one document (a fragment per field), its structured fields here. */
export const recommendation = table(
  "recommendation",
  {
    id: text("id").$type<RecommendationId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    number: integer("number").notNull(),
    groupId: text("group_id")
      .$type<GroupId>()
      .references(() => roundGroup.id),
    documentId: text("document_id").$type<DocumentId>().notNull(),
    title: text("title").notNull(),
    addressee: text("addressee").notNull(),
    cost: text("cost").notNull(),
    language: text("language").$type<Locale>().notNull(),
    state: text("state").$type<"draft" | "locked">().notNull(),
    revisionId: text("revision_id").$type<Id<"revision">>(),
    createdBy: text("created_by").$type<PersonId>().notNull(),
    createdAt: timestamp("created_at").notNull(),
    version: integer("version").notNull(),
  },
  (t) => [
    uniqueIndex("recommendation_number").on(t.assemblyId, t.number),
    uniqueIndex("recommendation_document").on(t.documentId),
  ],
);

/** Who writes it: the members of the group it was begun in, and those added by hand. */
export const recommendationAuthor = table(
  "recommendation_author",
  {
    recommendationId: text("recommendation_id")
      .$type<RecommendationId>()
      .notNull()
      .references(() => recommendation.id),
    participationId: text("participation_id").$type<ParticipationId>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.recommendationId, t.participationId] })],
);

export const recommendationIdea = table(
  "recommendation_idea",
  {
    recommendationId: text("recommendation_id")
      .$type<RecommendationId>()
      .notNull()
      .references(() => recommendation.id),
    ideaId: text("idea_id")
      .$type<IdeaId>()
      .notNull()
      .references(() => idea.id),
  },
  (t) => [primaryKey({ columns: [t.recommendationId, t.ideaId] })],
);

/** The frozen text of a lock: canonical JSON of every field, the sequence of the last update in it, and its SHA-256. */
export const revision = table(
  "revision",
  {
    id: text("id").$type<Id<"revision">>().primaryKey(),
    recommendationId: text("recommendation_id")
      .$type<RecommendationId>()
      .notNull()
      .references(() => recommendation.id),
    sequence: integer("sequence").notNull(),
    content: text("content").notNull(),
    contentHash: text("content_hash").notNull(),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [index("revision_recommendation").on(t.recommendationId)],
);

/** What the authority answered, append-only; the last one counts. */
export const authorityResponse = table(
  "authority_response",
  {
    id: text("id").$type<Id<"authority-response">>().primaryKey(),
    recommendationId: text("recommendation_id")
      .$type<RecommendationId>()
      .notNull()
      .references(() => recommendation.id),
    state: text("state").$type<"accepted" | "accepted-in-part" | "refused" | "under-study" | "carried-out">().notNull(),
    text: json("text", localised).notNull(),
    answeredOn: timestamp("answered_on").notNull(),
    by: text("by_person").$type<PersonId>().notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [index("authority_response_recommendation").on(t.recommendationId, t.at)],
);

import type { AssemblyId, MaterialId, ParticipationId, PhaseId, QuestionId, TaskId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { boolean, index, integer, json, primaryKey, table, text, timestamp } from "../columns";
import { localised } from "../shapes/localised";
import { assembly, participation, phase } from "./assembly";

/** Something to read, watch or open. `body` is the reading's rich text as Markdown in each language. */
export const material = table(
  "material",
  {
    id: text("id").$type<MaterialId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    phaseId: text("phase_id")
      .$type<PhaseId>()
      .notNull()
      .references(() => phase.id),
    position: integer("position").notNull(),
    kind: text("kind").$type<"reading" | "video" | "pdf">().notNull(),
    title: json("title", localised).notNull(),
    body: json("body", localised).notNull(),
    url: text("url"),
    minutes: integer("minutes").notNull(),
    public: boolean("public").notNull(),
    removedAt: timestamp("removed_at"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("material_phase").on(t.phaseId), index("material_assembly").on(t.assemblyId)],
);

export const materialDone = table(
  "material_done",
  {
    materialId: text("material_id")
      .$type<MaterialId>()
      .notNull()
      .references(() => material.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    doneAt: timestamp("done_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.materialId, t.participationId] })],
);

/** A short text answer asked of each member. */
export const learningTask = table(
  "learning_task",
  {
    id: text("id").$type<TaskId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    phaseId: text("phase_id")
      .$type<PhaseId>()
      .notNull()
      .references(() => phase.id),
    position: integer("position").notNull(),
    title: json("title", localised).notNull(),
    prompt: json("prompt", localised).notNull(),
    sharing: text("sharing").$type<"private" | "group">().notNull(),
    minutes: integer("minutes").notNull(),
    removedAt: timestamp("removed_at"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [index("learning_task_phase").on(t.phaseId), index("learning_task_assembly").on(t.assemblyId)],
);

export const taskAnswer = table(
  "task_answer",
  {
    taskId: text("task_id")
      .$type<TaskId>()
      .notNull()
      .references(() => learningTask.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    text: text("text").notNull(),
    language: text("language").$type<Locale>().notNull(),
    answeredAt: timestamp("answered_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.participationId] })],
);

export const question = table(
  "question",
  {
    id: text("id").$type<QuestionId>().primaryKey(),
    assemblyId: text("assembly_id")
      .$type<AssemblyId>()
      .notNull()
      .references(() => assembly.id),
    askedBy: text("asked_by")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    text: text("text").notNull(),
    language: text("language").$type<Locale>().notNull(),
    askedAt: timestamp("asked_at").notNull(),
    answer: text("answer"),
    answeredBy: text("answered_by").$type<ParticipationId>(),
    answeredAt: timestamp("answered_at"),
  },
  (t) => [index("question_assembly").on(t.assemblyId)],
);

export const questionSupport = table(
  "question_support",
  {
    questionId: text("question_id")
      .$type<QuestionId>()
      .notNull()
      .references(() => question.id),
    participationId: text("participation_id")
      .$type<ParticipationId>()
      .notNull()
      .references(() => participation.id),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.participationId] })],
);

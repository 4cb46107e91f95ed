import { and, asc, count, eq } from "drizzle-orm";
import type { AssemblyId, ParticipationId, QuestionId } from "~/app/domain/kernel/ids";
import { alias } from "../columns";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { question, questionSupport } from "../schema/learning";
import { person } from "../schema/people";

export type QuestionRow = typeof question.$inferSelect;

/** A question with who asked it, who answered it, and how many others support it. */
export interface QuestionWithNames extends QuestionRow {
  readonly askedByName: string;
  readonly answeredByName: string | null;
  readonly support: number;
}

export async function insertQuestion(db: Main, row: QuestionRow): Promise<void> {
  await db.insert(question).values(row);
}

/** A question of this assembly; nothing when it is another's. */
export async function findQuestion(
  db: Main,
  { assemblyId, questionId }: { readonly assemblyId: AssemblyId; readonly questionId: QuestionId },
): Promise<QuestionRow | undefined> {
  const [row] = await db
    .select()
    .from(question)
    .where(and(eq(question.id, questionId), eq(question.assemblyId, assemblyId)));
  return row;
}

/** The questions of an assembly in the order they were asked. */
export async function listQuestions(db: Main, assemblyId: AssemblyId): Promise<QuestionWithNames[]> {
  const asker = alias(participation, "asker");
  const askerPerson = alias(person, "asker_person");
  const answerer = alias(participation, "answerer");
  const answererPerson = alias(person, "answerer_person");
  const rows = await db
    .select({ row: question, askedByName: askerPerson.name, answeredByName: answererPerson.name })
    .from(question)
    .innerJoin(asker, eq(asker.id, question.askedBy))
    .innerJoin(askerPerson, eq(askerPerson.id, asker.personId))
    .leftJoin(answerer, eq(answerer.id, question.answeredBy))
    .leftJoin(answererPerson, eq(answererPerson.id, answerer.personId))
    .where(eq(question.assemblyId, assemblyId))
    .orderBy(asc(question.askedAt), asc(question.id));
  const supports = await countSupport(db, assemblyId);
  return rows.map(({ row, ...names }) => ({ ...row, ...names, support: supports.get(row.id) ?? 0 }));
}

async function countSupport(db: Main, assemblyId: AssemblyId): Promise<Map<QuestionId, number>> {
  const rows = await db
    .select({ id: questionSupport.questionId, support: count() })
    .from(questionSupport)
    .innerJoin(question, eq(question.id, questionSupport.questionId))
    .where(eq(question.assemblyId, assemblyId))
    .groupBy(questionSupport.questionId);
  return new Map(rows.map(({ id, support }) => [id, support]));
}

/** The questions that somebody supports. */
export async function listSupported(db: Main, participationId: ParticipationId): Promise<QuestionId[]> {
  const rows = await db
    .select({ id: questionSupport.questionId })
    .from(questionSupport)
    .where(eq(questionSupport.participationId, participationId));
  return rows.map(({ id }) => id);
}

export interface Support {
  readonly questionId: QuestionId;
  readonly participationId: ParticipationId;
}

/** Supporting twice is supporting once. */
export async function addSupport(db: Main, support: Support, at: Date): Promise<void> {
  await db
    .insert(questionSupport)
    .values({ ...support, at })
    .onConflictDoNothing();
}

export async function removeSupport(db: Main, { questionId, participationId }: Support): Promise<void> {
  await db
    .delete(questionSupport)
    .where(and(eq(questionSupport.questionId, questionId), eq(questionSupport.participationId, participationId)));
}

export async function saveQuestionAnswer(
  db: Main,
  id: QuestionId,
  answer: { readonly answer: string; readonly answeredBy: ParticipationId; readonly answeredAt: Date },
): Promise<void> {
  await db.update(question).set(answer).where(eq(question.id, id));
}

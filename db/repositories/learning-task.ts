import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { AssemblyId, ParticipationId, TaskId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { learningTask, taskAnswer } from "../schema/learning";
import { person } from "../schema/people";
import { groupSeat } from "../schema/session";
import { latestSeat, type Whose } from "./latest-seat";

export type TaskRow = typeof learningTask.$inferSelect;
export type TaskAnswerRow = typeof taskAnswer.$inferSelect;

/** The tasks of an assembly that were not removed, in the order of their positions. */
export async function listTasks(db: Main, assemblyId: AssemblyId): Promise<TaskRow[]> {
  return db
    .select()
    .from(learningTask)
    .where(and(eq(learningTask.assemblyId, assemblyId), isNull(learningTask.removedAt)))
    .orderBy(asc(learningTask.position), asc(learningTask.id));
}

/** A task of this assembly; nothing when it was removed or is another assembly's. */
export async function findTask(
  db: Main,
  { assemblyId, taskId }: { readonly assemblyId: AssemblyId; readonly taskId: TaskId },
): Promise<TaskRow | undefined> {
  const [row] = await db
    .select()
    .from(learningTask)
    .where(and(eq(learningTask.id, taskId), eq(learningTask.assemblyId, assemblyId), isNull(learningTask.removedAt)));
  return row;
}

export async function insertTask(db: Main, row: TaskRow): Promise<void> {
  await db.insert(learningTask).values(row);
}

export async function changeTask(
  db: Main,
  id: TaskId,
  change: Partial<Omit<TaskRow, "id" | "assemblyId" | "createdAt">>,
): Promise<void> {
  await db.update(learningTask).set(change).where(eq(learningTask.id, id));
}

/** A member's answer, new or instead of the one before. */
export async function saveAnswer(db: Main, row: TaskAnswerRow): Promise<void> {
  const { text, language, answeredAt } = row;
  await db
    .insert(taskAnswer)
    .values(row)
    .onConflictDoUpdate({
      target: [taskAnswer.taskId, taskAnswer.participationId],
      set: { text, language, answeredAt },
    });
}

/** The tasks that somebody answered. */
export async function listTasksAnswered(db: Main, participationId: ParticipationId): Promise<TaskId[]> {
  const rows = await db
    .select({ id: taskAnswer.taskId })
    .from(taskAnswer)
    .where(eq(taskAnswer.participationId, participationId));
  return rows.map(({ id }) => id);
}

export async function findAnswer(
  db: Main,
  taskId: TaskId,
  participationId: ParticipationId,
): Promise<TaskAnswerRow | undefined> {
  const [row] = await db
    .select()
    .from(taskAnswer)
    .where(and(eq(taskAnswer.taskId, taskId), eq(taskAnswer.participationId, participationId)));
  return row;
}

/** Every answer to one task with its author's name, the last written first. */
export async function listAnswers(db: Main, taskId: TaskId): Promise<(TaskAnswerRow & { readonly name: string })[]> {
  const rows = await db
    .select({ answer: taskAnswer, name: person.name })
    .from(taskAnswer)
    .innerJoin(participation, eq(participation.id, taskAnswer.participationId))
    .innerJoin(person, eq(person.id, participation.personId))
    .where(eq(taskAnswer.taskId, taskId))
    .orderBy(desc(taskAnswer.answeredAt), asc(taskAnswer.participationId));
  return rows.map(({ answer, name }) => ({ ...answer, name }));
}

/** Whether anybody has answered: then who reads it may not be widened any more. */
export async function hasAnswers(db: Main, taskId: TaskId): Promise<boolean> {
  const [row] = await db
    .select({ id: taskAnswer.taskId })
    .from(taskAnswer)
    .where(eq(taskAnswer.taskId, taskId))
    .limit(1);
  return row !== undefined;
}

/** How many active members answered each of these tasks; those nobody answered are left out. */
export async function countAnswers(db: Main, ids: readonly TaskId[]): Promise<Map<TaskId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: taskAnswer.taskId, answered: count() })
    .from(taskAnswer)
    .innerJoin(participation, eq(participation.id, taskAnswer.participationId))
    .where(
      and(inArray(taskAnswer.taskId, [...ids]), eq(participation.role, "member"), eq(participation.state, "active")),
    )
    .groupBy(taskAnswer.taskId);
  return new Map(rows.map(({ id, answered }) => [id, answered]));
}

/** Who sat with somebody in the latest round they sat in, themselves included; nobody before the first round. */
export async function latestTableOf(db: Main, whose: Whose): Promise<ParticipationId[]> {
  const seat = await latestSeat(db, whose);
  if (!seat) return [];
  const rows = await db
    .select({ id: groupSeat.participationId })
    .from(groupSeat)
    .where(eq(groupSeat.groupId, seat.group.id));
  return rows.map(({ id }) => id);
}

/** How many active members the assembly has. */
export async function countMembers(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db
    .select({ members: count() })
    .from(participation)
    .where(
      and(
        eq(participation.assemblyId, assemblyId),
        eq(participation.role, "member"),
        eq(participation.state, "active"),
      ),
    );
  return row?.members ?? 0;
}

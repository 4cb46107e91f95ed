import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { AssemblyId, GroupId, IdeaId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { idea, ideaAuthor } from "../schema/session";

export type IdeaRow = typeof idea.$inferSelect;

/** An idea with those who brought it. */
export interface IdeaWithAuthors extends IdeaRow {
  readonly authorIds: readonly ParticipationId[];
}

export async function insertIdea(db: Main, row: IdeaRow, authorIds: readonly ParticipationId[]): Promise<void> {
  await db.insert(idea).values(row);
  await db.insert(ideaAuthor).values(authorIds.map((participationId) => ({ ideaId: row.id, participationId })));
}

export async function findIdea(db: Main, id: IdeaId): Promise<IdeaRow | undefined> {
  const [row] = await db.select().from(idea).where(eq(idea.id, id));
  return row;
}

export async function dropIdea(db: Main, id: IdeaId, droppedAt: Date): Promise<void> {
  await db
    .update(idea)
    .set({ droppedAt })
    .where(and(eq(idea.id, id), isNull(idea.droppedAt)));
}

/** The ideas kept in a group, the first kept first. */
export async function listGroupIdeas(db: Main, groupId: GroupId): Promise<IdeaWithAuthors[]> {
  return withAuthors(db, await listIdeasKeptIn(db, [groupId]));
}

/** The ideas kept in any of these groups, the first kept first. */
export async function listIdeasKeptIn(db: Main, groupIds: readonly GroupId[]): Promise<IdeaRow[]> {
  if (groupIds.length === 0) return [];
  return db
    .select()
    .from(idea)
    .where(and(inArray(idea.groupId, [...groupIds]), isNull(idea.droppedAt)))
    .orderBy(asc(idea.keptAt), asc(idea.id));
}

/** The ideas kept in every group of an assembly, the first kept first. */
export async function listAssemblyIdeas(db: Main, assemblyId: AssemblyId): Promise<IdeaWithAuthors[]> {
  const rows = await db
    .select()
    .from(idea)
    .where(and(eq(idea.assemblyId, assemblyId), isNull(idea.droppedAt)))
    .orderBy(asc(idea.keptAt), asc(idea.id));
  return withAuthors(db, rows);
}

async function withAuthors(db: Main, rows: readonly IdeaRow[]): Promise<IdeaWithAuthors[]> {
  if (rows.length === 0) return [];
  const authors = await db
    .select()
    .from(ideaAuthor)
    .where(
      inArray(
        ideaAuthor.ideaId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map((row) => ({
    ...row,
    authorIds: authors
      .filter(({ ideaId }) => ideaId === row.id)
      .map(({ participationId }) => participationId)
      .sort(),
  }));
}

import { and, desc, eq, isNull } from "drizzle-orm";
import type { AssemblyId, DocumentId, GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import type { Documents, Main } from "../connect";
import { document } from "../schema/documents";
import { recommendation, recommendationAuthor } from "../schema/drafting";
import { breakoutRound, roundGroup, session } from "../schema/session";
import { listSeatsIn } from "./breakout";

export type DocumentRow = typeof document.$inferSelect;

export async function findDocument(db: Documents, id: DocumentId): Promise<DocumentRow | undefined> {
  const [row] = await db.select().from(document).where(eq(document.id, id));
  return row;
}

/** A document's row is made when it is first written to or locked: what it belongs to lies in the other store. */
export async function ensureDocument(db: Documents, row: Omit<DocumentRow, "lockedAtSequence">): Promise<void> {
  await db
    .insert(document)
    .values({ ...row, lockedAtSequence: null })
    .onConflictDoNothing();
}

/** Freezes the document at a sequence, unless it is frozen already; answers where it is frozen. */
export async function freezeDocument(db: Documents, id: DocumentId, sequence: number): Promise<number> {
  await db
    .update(document)
    .set({ lockedAtSequence: sequence })
    .where(and(eq(document.id, id), isNull(document.lockedAtSequence)));
  const row = await findDocument(db, id);
  if (row?.lockedAtSequence == null) throw new Error(`document ${id} could not be frozen`);
  return row.lockedAtSequence;
}

export async function thawDocument(db: Documents, id: DocumentId): Promise<void> {
  await db.update(document).set({ lockedAtSequence: null }).where(eq(document.id, id));
}

/** Who sits at a table in one round. */
export interface Table {
  readonly groupId: GroupId;
  readonly facilitatorId: ParticipationId | null;
  readonly seated: readonly ParticipationId[];
}

/** What a document belongs to, as far as rights need it. */
export type DocumentOwner =
  | {
      readonly kind: "notes";
      readonly assemblyId: AssemblyId;
      readonly sessionId: SessionId;
      readonly sessionState: "planned" | "running" | "closed";
      /** The table as it is in the last round that wrote these notes, and as it was in those before. */
      readonly table: Table;
      readonly earlier: readonly Table[];
    }
  | {
      readonly kind: "recommendation";
      readonly assemblyId: AssemblyId;
      readonly state: "draft" | "locked";
      readonly writers: readonly ParticipationId[];
    };

/** The notes' group, or the recommendation, that a document is the text of. */
export async function findDocumentOwner(db: Main, id: DocumentId): Promise<DocumentOwner | undefined> {
  return (await notesOwner(db, id)) ?? (await recommendationOwner(db, id));
}

async function notesOwner(db: Main, id: DocumentId): Promise<DocumentOwner | undefined> {
  const found = await db
    .select({ group: roundGroup, session })
    .from(roundGroup)
    .innerJoin(breakoutRound, eq(breakoutRound.id, roundGroup.roundId))
    .innerJoin(session, eq(session.id, breakoutRound.sessionId))
    .where(eq(roundGroup.documentId, id))
    .orderBy(desc(breakoutRound.ordinal));
  const [last] = found;
  if (!last) return undefined;
  const seats = await listSeatsIn(
    db,
    found.map(({ group }) => group.id),
  );
  const [table, ...earlier] = found.map(({ group }) => ({
    groupId: group.id,
    facilitatorId: group.facilitatorId,
    seated: seats.filter(({ groupId }) => groupId === group.id).map(({ participationId }) => participationId),
  }));
  if (!table) return undefined;
  const { assemblyId, id: sessionId, state: sessionState } = last.session;
  return { kind: "notes", assemblyId, sessionId, sessionState, table, earlier };
}

async function recommendationOwner(db: Main, id: DocumentId): Promise<DocumentOwner | undefined> {
  const [found] = await db.select().from(recommendation).where(eq(recommendation.documentId, id));
  if (!found) return undefined;
  const authors = await db
    .select({ participationId: recommendationAuthor.participationId })
    .from(recommendationAuthor)
    .where(eq(recommendationAuthor.recommendationId, found.id));
  return {
    kind: "recommendation",
    assemblyId: found.assemblyId,
    state: found.state,
    writers: authors.map(({ participationId }) => participationId),
  };
}

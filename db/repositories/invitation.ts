import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { AssemblyId, DrawId, Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { folded } from "../order-text";
import { participation } from "../schema/assembly";
import { invitation } from "../schema/invitation";
import { candidate, draw } from "../schema/recruitment";

export type InvitationRow = typeof invitation.$inferSelect;
export type InvitationId = Id<"invitation">;

/** An invitation with the person it is for, and their seat once they have one. */
export interface InvitedRow extends InvitationRow {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly drawOrdinal: number;
  readonly seat: number | null;
}

export async function insertInvitations(db: Main, rows: readonly InvitationRow[]): Promise<void> {
  if (rows.length > 0) await db.insert(invitation).values([...rows]);
}

export async function findInvitation(db: Main, id: InvitationId): Promise<InvitationRow | undefined> {
  const [row] = await db.select().from(invitation).where(eq(invitation.id, id));
  return row;
}

/** By the hash of the link's token, or of the code on the letter. */
export async function findInvitationBy(
  db: Main,
  hash: { readonly linkHash: string } | { readonly codeHash: string },
): Promise<InvitationRow | undefined> {
  const wanted = "linkHash" in hash ? eq(invitation.linkHash, hash.linkHash) : eq(invitation.codeHash, hash.codeHash);
  const [row] = await db.select().from(invitation).where(wanted);
  return row;
}

/** Everyone ever invited in the assembly, draw by draw, by name. */
export async function listInvited(db: Main, assemblyId: AssemblyId): Promise<InvitedRow[]> {
  const rows = await db
    .select({
      invitation,
      name: candidate.name,
      email: candidate.email,
      phone: candidate.phone,
      drawOrdinal: draw.ordinal,
      seat: participation.seat,
    })
    .from(invitation)
    .innerJoin(candidate, eq(candidate.id, invitation.candidateId))
    .innerJoin(draw, eq(draw.id, invitation.drawId))
    .leftJoin(participation, eq(participation.id, invitation.participationId))
    .where(eq(invitation.assemblyId, assemblyId))
    .orderBy(asc(draw.ordinal), asc(folded(candidate.name)), asc(invitation.id));
  return rows.map(({ invitation: own, ...rest }) => ({ ...own, ...rest }));
}

export async function listInvitations(db: Main, assemblyId: AssemblyId): Promise<InvitationRow[]> {
  return db.select().from(invitation).where(eq(invitation.assemblyId, assemblyId)).orderBy(asc(invitation.id));
}

/** How many invitations are in each state. */
export async function countInvitations(
  db: Main,
  assemblyId: AssemblyId,
): Promise<Partial<Record<InvitationRow["state"], number>>> {
  const rows = await db
    .select({ state: invitation.state, people: count() })
    .from(invitation)
    .where(eq(invitation.assemblyId, assemblyId))
    .groupBy(invitation.state);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
}

type InvitationChange = Partial<Omit<InvitationRow, "id" | "assemblyId" | "drawId" | "candidateId" | "createdAt">>;

export async function updateInvitation(db: Main, id: InvitationId, change: InvitationChange): Promise<void> {
  await db.update(invitation).set(change).where(eq(invitation.id, id));
}

export async function updateInvitations(
  db: Main,
  ids: readonly InvitationId[],
  change: InvitationChange,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(invitation)
    .set(change)
    .where(inArray(invitation.id, [...ids]));
}

/** Removes the invitations of a draw that another draw takes the place of; none of them has been sent. */
export async function deletePreparedInvitations(db: Main, drawId: DrawId): Promise<void> {
  await db.delete(invitation).where(and(eq(invitation.drawId, drawId), eq(invitation.state, "prepared")));
}

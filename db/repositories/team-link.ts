import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { AssemblyId, Id, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { teamLink } from "../schema/assembly";
import { person } from "../schema/people";

export type TeamLinkRow = typeof teamLink.$inferSelect;
export type TeamLinkId = Id<"team-link">;

export async function insertTeamLink(db: Main, row: TeamLinkRow): Promise<void> {
  await db.insert(teamLink).values(row);
}

export async function findTeamLink(db: Main, tokenHash: string): Promise<TeamLinkRow | undefined> {
  const [row] = await db.select().from(teamLink).where(eq(teamLink.tokenHash, tokenHash));
  return row;
}

/** The links of one assembly with the name of who used them, the newest first. */
export async function listTeamLinks(
  db: Main,
  assemblyId: AssemblyId,
): Promise<(TeamLinkRow & { readonly usedByName: string | null })[]> {
  const rows = await db
    .select({ link: teamLink, usedByName: person.name })
    .from(teamLink)
    .leftJoin(person, eq(person.id, teamLink.usedBy))
    .where(eq(teamLink.assemblyId, assemblyId))
    .orderBy(desc(teamLink.createdAt), desc(teamLink.id));
  return rows.map(({ link, usedByName }) => ({ ...link, usedByName }));
}

/** Uses a link up; false when it was used, revoked or is over. */
export async function spendTeamLink(
  db: Main,
  id: TeamLinkId,
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<boolean> {
  const spent = await db
    .update(teamLink)
    .set({ usedAt: now, usedBy: by })
    .where(and(eq(teamLink.id, id), isNull(teamLink.usedAt), isNull(teamLink.revokedAt), gt(teamLink.expiresAt, now)))
    .returning({ id: teamLink.id });
  return spent.length > 0;
}

/** Ends a link of this assembly that nobody used; false when there is no such link. */
export async function revokeTeamLink(
  db: Main,
  { id, assemblyId }: { readonly id: TeamLinkId; readonly assemblyId: AssemblyId },
  at: Date,
): Promise<boolean> {
  const revoked = await db
    .update(teamLink)
    .set({ revokedAt: at })
    .where(
      and(
        eq(teamLink.id, id),
        eq(teamLink.assemblyId, assemblyId),
        isNull(teamLink.usedAt),
        isNull(teamLink.revokedAt),
      ),
    )
    .returning({ id: teamLink.id });
  return revoked.length > 0;
}

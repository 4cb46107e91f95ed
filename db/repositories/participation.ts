import { and, asc, eq, max } from "drizzle-orm";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { participation } from "../schema/assembly";
import { organisationOrganiser, person } from "../schema/people";

export type ParticipationRow = typeof participation.$inferSelect;

/** A participation with the person's name and ways to reach them. */
export interface Participant extends ParticipationRow {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export async function insertParticipation(db: Main, row: ParticipationRow): Promise<void> {
  await db.insert(participation).values(row);
}

export async function findParticipation(db: Main, id: ParticipationId): Promise<ParticipationRow | undefined> {
  const [row] = await db.select().from(participation).where(eq(participation.id, id));
  return row;
}

/** One role of one person in one assembly. */
export interface RoleKey {
  readonly assemblyId: AssemblyId;
  readonly personId: PersonId;
  readonly role: Role;
}

export async function findRoleOf(
  db: Main,
  { assemblyId, personId, role }: RoleKey,
): Promise<ParticipationRow | undefined> {
  const [row] = await db
    .select()
    .from(participation)
    .where(
      and(eq(participation.assemblyId, assemblyId), eq(participation.personId, personId), eq(participation.role, role)),
    );
  return row;
}

/** The active participations of one person in every assembly, as `permits` needs them. */
export async function activeParticipations(db: Main, personId: PersonId): Promise<ParticipationRow[]> {
  return db
    .select()
    .from(participation)
    .where(and(eq(participation.personId, personId), eq(participation.state, "active")));
}

export async function organisationsOf(
  db: Main,
  personId: PersonId,
): Promise<(typeof organisationOrganiser.$inferSelect)[]> {
  return db.select().from(organisationOrganiser).where(eq(organisationOrganiser.personId, personId));
}

/** Everyone active in the assembly, members by seat and the team after them. */
export async function listParticipants(db: Main, assemblyId: AssemblyId): Promise<Participant[]> {
  const rows = await db
    .select({ held: participation, name: person.name, email: person.email, phone: person.phone })
    .from(participation)
    .innerJoin(person, eq(person.id, participation.personId))
    .where(and(eq(participation.assemblyId, assemblyId), eq(participation.state, "active")))
    .orderBy(asc(participation.createdAt), asc(participation.id));
  return rows
    .map(({ held, ...rest }) => ({ ...held, ...rest }))
    .sort((a, b) => (a.seat ?? Number.POSITIVE_INFINITY) - (b.seat ?? Number.POSITIVE_INFINITY));
}

/** The highest seat number ever given in the assembly, 0 where none was. */
export async function highestSeat(db: Main, assemblyId: AssemblyId): Promise<number> {
  const [row] = await db
    .select({ seat: max(participation.seat) })
    .from(participation)
    .where(eq(participation.assemblyId, assemblyId));
  return row?.seat ?? 0;
}

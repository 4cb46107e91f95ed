import { asc, eq, sql } from "drizzle-orm";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { person } from "../schema/people";

export type PersonRow = typeof person.$inferSelect;

export async function insertPerson(db: Main, row: PersonRow): Promise<void> {
  await db.insert(person).values(row);
}

export async function findPerson(db: Main, id: PersonId): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(person).where(eq(person.id, id));
  return row;
}

/** Everybody with this address (normalised): a household may share one. The one known longest comes first. */
export async function findPeopleByEmail(db: Main, email: string): Promise<PersonRow[]> {
  return db
    .select()
    .from(person)
    .where(eq(sql`lower(${person.email})`, email))
    .orderBy(asc(person.createdAt), asc(person.id));
}

import { eq } from "drizzle-orm";
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

import { eq } from "drizzle-orm";
import type { OrganisationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { organisation, organisationOrganiser } from "../schema/people";

export type OrganisationRow = typeof organisation.$inferSelect;

export async function insertOrganisation(db: Main, row: OrganisationRow): Promise<void> {
  await db.insert(organisation).values(row);
}

export async function findOrganisation(db: Main, id: OrganisationId): Promise<OrganisationRow | undefined> {
  const [row] = await db.select().from(organisation).where(eq(organisation.id, id));
  return row;
}

export async function insertOrganisationOrganiser(
  db: Main,
  row: typeof organisationOrganiser.$inferInsert,
): Promise<void> {
  await db.insert(organisationOrganiser).values(row);
}

import { asc, eq, inArray } from "drizzle-orm";
import type { OrganisationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { folded } from "../order-text";
import { organisation, organisationOrganiser } from "../schema/people";

export type OrganisationRow = typeof organisation.$inferSelect;

export async function insertOrganisation(db: Main, row: OrganisationRow): Promise<void> {
  await db.insert(organisation).values(row);
}

export async function findOrganisation(db: Main, id: OrganisationId): Promise<OrganisationRow | undefined> {
  const [row] = await db.select().from(organisation).where(eq(organisation.id, id));
  return row;
}

/** These organisations, by name. */
export async function listOrganisations(db: Main, ids: readonly OrganisationId[]): Promise<OrganisationRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(organisation)
        .where(inArray(organisation.id, [...ids]))
        .orderBy(asc(folded(organisation.name)), asc(organisation.id));
}

export async function insertOrganisationOrganiser(
  db: Main,
  row: typeof organisationOrganiser.$inferInsert,
): Promise<void> {
  await db.insert(organisationOrganiser).values(row);
}

/** Whether anybody organises anything here: false only before the first set-up. */
export async function hasOrganiser(db: Main): Promise<boolean> {
  const rows = await db.select({ personId: organisationOrganiser.personId }).from(organisationOrganiser).limit(1);
  return rows.length > 0;
}

/** Its name and the texts that the law asks for. */
export async function changeOrganisation(
  db: Main,
  id: OrganisationId,
  change: Pick<OrganisationRow, "name" | "legalNotice" | "privacy">,
): Promise<void> {
  await db.update(organisation).set(change).where(eq(organisation.id, id));
}

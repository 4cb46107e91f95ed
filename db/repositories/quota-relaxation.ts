import { asc, eq } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { person } from "../schema/people";
import { quotaRelaxation } from "../schema/recruitment";

export type QuotaRelaxationRow = typeof quotaRelaxation.$inferSelect;

export async function insertRelaxation(db: Main, row: QuotaRelaxationRow): Promise<void> {
  await db.insert(quotaRelaxation).values(row);
}

/** The proposals that were applied to the assembly's quotas, the first one first, with who applied each. */
export async function listRelaxations(
  db: Main,
  assemblyId: AssemblyId,
): Promise<(QuotaRelaxationRow & { readonly name: string | null })[]> {
  const rows = await db
    .select({ relaxation: quotaRelaxation, name: person.name })
    .from(quotaRelaxation)
    .leftJoin(person, eq(person.id, quotaRelaxation.by))
    .where(eq(quotaRelaxation.assemblyId, assemblyId))
    .orderBy(asc(quotaRelaxation.at), asc(quotaRelaxation.id));
  return rows.map(({ relaxation, name }) => ({ ...relaxation, name }));
}

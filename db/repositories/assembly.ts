import { eq, inArray } from "drizzle-orm";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { assembly } from "../schema/assembly";

export type AssemblyRow = typeof assembly.$inferSelect;

export async function findAssembly(db: Main, id: AssemblyId): Promise<AssemblyRow | undefined> {
  const [row] = await db.select().from(assembly).where(eq(assembly.id, id));
  return row;
}

export async function findAssemblyBySlug(db: Main, slug: string): Promise<AssemblyRow | undefined> {
  const [row] = await db.select().from(assembly).where(eq(assembly.slug, slug));
  return row;
}

export async function listAssemblies(db: Main, ids: readonly AssemblyId[]): Promise<AssemblyRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(assembly)
        .where(inArray(assembly.id, [...ids]));
}

export async function insertAssembly(db: Main, row: AssemblyRow): Promise<void> {
  await db.insert(assembly).values(row);
}

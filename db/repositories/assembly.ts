import { and, eq, inArray, like } from "drizzle-orm";
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

/** The slugs that begin alike, to find a free one. */
export async function slugsLike(db: Main, start: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ slug: assembly.slug })
    .from(assembly)
    .where(like(assembly.slug, `${start}%`));
  return new Set(rows.map(({ slug }) => slug));
}

/** What an organiser may change; the id, the address and the origin stay. */
export type AssemblyChange = Partial<
  Omit<AssemblyRow, "id" | "organisationId" | "slug" | "createdAt" | "createdBy" | "version">
>;

/** Changes an assembly if it still has the version that was read; false when somebody was faster. */
export async function changeAssembly(
  db: Main,
  { id, version }: Pick<AssemblyRow, "id" | "version">,
  change: AssemblyChange,
): Promise<boolean> {
  const changed = await db
    .update(assembly)
    .set({ ...change, version: version + 1 })
    .where(and(eq(assembly.id, id), eq(assembly.version, version)))
    .returning({ id: assembly.id });
  return changed.length === 1;
}

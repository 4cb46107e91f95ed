import type { Everything, Row } from "./everything";

/** The two assemblies of the fuzzed installation: the demonstration, and one of another organisation. */
export type Home = "first" | "second";
export const homes = ["first", "second"] as const;

export interface Ownership {
  /** The assembly a row belongs to: it names the assembly, or something of it. */
  ownerOf(row: Row): Home | null;
  /** Ids of one table's rows that belong to an assembly, in the order they were written. */
  idsOf(table: string, home: Home): readonly string[];
}

/** Works out what belongs to each assembly, from every row there is and the ids of the two. People and their devices belong to none. */
export function ownershipOf(everything: Everything, assemblyIds: Readonly<Record<Home, string>>): Ownership {
  const owned: Record<Home, Set<string>> = {
    first: closure(everything, assemblyIds.first),
    second: closure(everything, assemblyIds.second),
  };
  return {
    ownerOf: (row) => homes.find((home) => names(row, owned[home])) ?? null,
    idsOf: (table, home) =>
      (everything.get(table) ?? [])
        .map(({ id }) => id)
        .filter(isText)
        .filter((id) => owned[home].has(id)),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A stream's key is "kind:id"; everything else names ids plainly. */
const names = (row: Row, ids: ReadonlySet<string>): boolean =>
  Object.values(row).some((value) => isText(value) && (ids.has(value) || ids.has(value.slice(value.indexOf(":") + 1))));

function closure(everything: Everything, assemblyId: string): Set<string> {
  const ids = new Set([assemblyId]);
  for (let known = 0; known < ids.size; ) {
    known = ids.size;
    for (const rows of everything.values()) {
      for (const row of rows) if (isText(row.id) && names(row, ids)) ids.add(row.id);
    }
  }
  return ids;
}

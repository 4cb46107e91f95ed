import type { PhaseKind } from "~/app/domain/assembly/phase";
import { permitsPublic, type SitePart } from "~/app/domain/assembly/public-site";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { type AssemblyRow, findAssemblyBySlug } from "~/db/repositories/assembly";
import { listPhaseChanges, listPhases, type PhaseRow } from "~/db/repositories/phase";
import { findSite } from "~/db/repositories/site";

export interface PublicAssembly {
  readonly assembly: AssemblyRow;
  readonly phases: readonly PhaseRow[];
  /** The ids of the phases open now. */
  readonly openPhases: readonly string[];
  readonly reached: readonly PhaseKind[];
  /** The parts that anybody may read now. */
  readonly parts: readonly SitePart[];
}

const allParts: readonly SitePart[] = ["home", "draw", "materials", "booklet", "results"];

/** The assembly behind a public address. Refuses with `not-found` for unknown and closed sites, and `part-not-public-yet`. */
export async function publicAssembly(db: Main, slug: string, part: SitePart): Promise<Result<PublicAssembly>> {
  const assembly = await findAssemblyBySlug(db, slug);
  if (!assembly) return refuse("not-found");
  const site = await findSite(db, assembly.id);
  const [phases, changes] = [await listPhases(db, assembly.id), await listPhaseChanges(db, assembly.id)];
  const openPhases = changes.at(-1)?.to ?? [];
  const scope = { open: site !== undefined && site.closedAt === null, reached: reachedKinds(phases, openPhases) };
  if (!permitsPublic("home", scope).ok) return refuse("not-found");
  const permitted = permitsPublic(part, scope);
  if (!permitted.ok) return permitted;
  const parts = allParts.filter((one) => permitsPublic(one, scope).ok);
  return accept({ assembly, phases, openPhases, reached: scope.reached, parts });
}

/** The kinds open now and before them in the itinerary: an undone advance takes back what it made public. */
function reachedKinds(phases: readonly PhaseRow[], open: readonly string[]): PhaseKind[] {
  const last = Math.max(-1, ...phases.filter(({ id }) => open.includes(id)).map(({ position }) => position));
  return phases.filter(({ position }) => position <= last).map(({ kind }) => kind);
}

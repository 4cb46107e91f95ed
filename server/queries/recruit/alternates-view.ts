import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import { findCandidates } from "~/db/repositories/candidate";
import { drawnCandidateIds, listDraws } from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";

/** Alternates in the order in which they would be asked. */
export interface AlternatesView {
  readonly drawId: DrawId;
  readonly atMs: number;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly features: readonly string[];
    /** Drawn for a seat meanwhile. */
    readonly isInvited: boolean;
  }[];
}

/** The alternates drawn last beside the panel of today; nothing when a panel was drawn after them. */
export async function alternatesView(main: Main, assemblyId: AssemblyId): Promise<AlternatesView | null> {
  const draws = await listDraws(main, assemblyId);
  const panel = draws.findLast(({ kind }) => kind === "first" || kind === "again");
  const draw = draws.findLast(({ kind }) => kind === "alternates");
  if (!draw || !panel || draw.ordinal < panel.ordinal) return null;
  const ids = await drawnCandidateIds(main, draw.id);
  const rows = new Map((await findCandidates(main, ids)).map((row) => [row.id, row]));
  const invited = new Set((await listInvitations(main, assemblyId)).map(({ candidateId }) => candidateId));
  const people = ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const { name, email, phone, features } = row;
    return [{ id, name, email, phone, features: Object.values(features), isInvited: invited.has(id) }];
  });
  return { drawId: draw.id, atMs: draw.at.getTime(), people };
}

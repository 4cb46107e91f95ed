import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { listHandsOf } from "~/db/repositories/hand-raised";
import { listRoll, listVotes } from "~/db/repositories/vote";
import type { Caller } from "../../context";

export interface OpenVote {
  readonly id: string;
  readonly title: Localised;
  readonly closesAtMs: number | null;
  readonly voted: boolean;
}

/** The votes open now whose roll names this member, and whether they have voted. What they chose is not read out. */
export async function openVotesOf(
  db: Caller["app"]["stores"]["main"],
  assemblyId: AssemblyId,
  participationId: ParticipationId,
): Promise<OpenVote[]> {
  const open = (await listVotes(db, assemblyId)).filter(({ state }) => state === "open");
  const found: OpenVote[] = [];
  for (const { id, title, closesAt } of open) {
    if (!(await listRoll(db, id)).includes(participationId)) continue;
    const voted = (await listHandsOf(db, id, participationId)).length > 0;
    found.push({ id, title, closesAtMs: closesAt?.getTime() ?? null, voted });
  }
  return found;
}

/** The vote that was closed last. */
export async function lastCountedVote(
  db: Caller["app"]["stores"]["main"],
  assemblyId: AssemblyId,
): Promise<string | null> {
  const closed = (await listVotes(db, assemblyId)).filter(({ state }) => state === "closed");
  const last = closed.sort((a, b) => (a.closedAt?.getTime() ?? 0) - (b.closedAt?.getTime() ?? 0)).at(-1);
  return last?.id ?? null;
}

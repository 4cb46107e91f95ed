import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Impossible } from "~/app/domain/sortition/explain-infeasible";
import {
  type DrawRow,
  type DrawRunId,
  type DrawRunRow,
  drawRunUnderWay,
  lastDrawRun,
  listDraws,
} from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import { authorise } from "../../commands/kernel/authorise";
import type { Caller } from "../../context";

export type { DrawRunId };

export interface DrawSummary {
  readonly id: DrawId;
  readonly ordinal: number;
  readonly kind: DrawRow["kind"];
  readonly atMs: number;
  readonly reason: string | null;
  readonly algorithm: string;
}

export interface DrawPage {
  readonly seats: number;
  readonly people: number;
  readonly quotas: readonly {
    readonly feature: string;
    readonly value: string;
    readonly min: number;
    readonly max: number;
  }[];
  readonly households: boolean;
  readonly undrawnDeleted: boolean;
  readonly running: {
    readonly id: DrawRunId;
    readonly kind: DrawRow["kind"];
    readonly progress: Readonly<Record<string, string | number>> | null;
    readonly stopAsked: boolean;
  } | null;
  /** How the last run ended, when it did not draw anybody. */
  readonly trouble: DrawTrouble | null;
  readonly draws: readonly DrawSummary[];
  /** Invitations have gone out or were answered: the panel is not drawn again. */
  readonly invited: boolean;
}

export interface DrawTrouble {
  readonly state: "impossible" | "refused" | "stopped" | "failed";
  readonly kind: DrawRow["kind"];
  readonly reasons: readonly Refusal[];
  readonly clash: Impossible["clash"];
  readonly relaxations: Impossible["relaxations"];
}

/** Where the draw stands. Refuses as `authorise` does. */
export async function drawPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<DrawPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "draw.see", assemblyId });
  if (!authorised.ok) return authorised;
  const pool = await findPool(main, assemblyId);
  const running = await drawRunUnderWay(main, assemblyId);
  const last = running ? undefined : await lastDrawRun(main, assemblyId);
  return accept({
    seats: authorised.value.assembly.seats,
    people: pool?.people ?? 0,
    quotas: await listQuotas(main, assemblyId),
    households: (pool?.columns.household.length ?? 0) > 0,
    undrawnDeleted: pool?.undrawnDeletedAt != null,
    running: running
      ? { id: running.id, kind: running.kind, progress: running.progress, stopAsked: running.stopAskedAt !== null }
      : null,
    trouble: last ? troubleOf(last) : null,
    draws: (await listDraws(main, assemblyId)).map(summaryOf),
    invited: (await listInvitations(main, assemblyId)).some(({ state }) => state !== "prepared"),
  });
}

export function summaryOf({ id, ordinal, kind, at, reason, algorithm }: DrawRow): DrawSummary {
  return { id, ordinal, kind, atMs: at.getTime(), reason, algorithm };
}

/** What was in the way of a run, in words' codes; nothing when it drew somebody. */
export function troubleOf({ state, kind, outcome }: DrawRunRow): DrawTrouble | null {
  if (state === "waiting" || state === "drawn") return null;
  const nothing = { state, kind, reasons: [], clash: [], relaxations: [] };
  if (outcome === null) return nothing;
  if (state === "refused") return { ...nothing, reasons: JSON.parse(outcome) as Refusal[] };
  const { reasons, clash, relaxations } = JSON.parse(outcome) as Impossible;
  return { ...nothing, reasons, clash, relaxations };
}

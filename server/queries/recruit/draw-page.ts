import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import {
  type DrawHead,
  type DrawRunHead,
  type DrawRunId,
  drawRunUnderWay,
  lastDrawRun,
  listDraws,
} from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { currentBasis } from "../../kernel/recruit/draw-situation";
import { type DrawTrouble, troubleOf } from "./draw-trouble";
import { type ForecastView, forecastView } from "./forecast-view";
import { stoppedView } from "./kept-view";

export type { DrawRunId };

export interface DrawSummary {
  readonly id: DrawId;
  readonly ordinal: number;
  readonly kind: DrawHead["kind"];
  readonly atMs: number;
  readonly reason: string | null;
  readonly algorithm: string;
}

/** A draw under way. */
export interface RunningRun {
  readonly id: DrawRunId;
  readonly kind: DrawHead["kind"];
  readonly progress: Readonly<Record<string, string | number>> | null;
  readonly stopAsked: boolean;
}

export function runningOf(app: App, { id, kind, progress, stopAskedAt }: DrawRunHead): RunningRun {
  const now = app.drawProgress.of(id);
  return { id, kind, progress: now ? { ...now } : progress, stopAsked: stopAskedAt !== null };
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
  /** What is known before the first draw; for organisers. */
  readonly forecast: ForecastView;
  readonly undrawnDeleted: boolean;
  readonly running: RunningRun | null;
  /** How the last run ended, when it did not draw anybody. */
  readonly trouble: DrawTrouble | null;
  readonly draws: readonly DrawSummary[];
  /** Invitations have gone out or were answered: the panel is not drawn again. */
  readonly invited: boolean;
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
  const draws = (await listDraws(main, assemblyId)).map(summaryOf);
  const ahead = draws.length === 0 && permits(actor, "assembly.edit", authorised.value.scope).ok;
  return accept({
    seats: authorised.value.assembly.seats,
    people: pool?.people ?? 0,
    quotas: await listQuotas(main, assemblyId),
    households: (pool?.columns.household.length ?? 0) > 0,
    undrawnDeleted: pool?.undrawnDeletedAt != null,
    running: running ? runningOf(app, running) : null,
    trouble: last ? await troubleNow(app, authorised.value.assembly, last) : null,
    forecast: ahead ? await forecastView(app, authorised.value.assembly) : { state: "none" },
    draws,
    invited: (await listInvitations(main, assemblyId)).some(({ state }) => state !== "prepared"),
  });
}

/** What was in the way of the last run, as long as it is: once quotas, volunteers or answers have changed, nothing is said of it. */
export async function troubleNow(
  app: App,
  assembly: { readonly id: AssemblyId; readonly seats: number },
  run: DrawRunHead,
): Promise<DrawTrouble | null> {
  if (run.state === "waiting" || run.state === "drawn") return null;
  const { kind, basis } = run;
  if (basis !== null && basis !== (await currentBasis(app, app.stores.main, { assembly, kind }))) return null;
  const trouble = troubleOf(run);
  return trouble?.state === "stopped" ? { ...trouble, stopped: await stoppedView(app.stores.main, run) } : trouble;
}

export function summaryOf({ id, ordinal, kind, at, reason, algorithm }: DrawHead): DrawSummary {
  return { id, ordinal, kind, atMs: at.getTime(), reason, algorithm };
}

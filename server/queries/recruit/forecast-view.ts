import { type AssemblyId, knownId } from "~/app/domain/kernel/ids";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import { type QuotaPrice, rareChance } from "~/app/domain/sortition/measure-tightness";
import type { Main } from "~/db/connect";
import { findCandidates } from "~/db/repositories/candidate";
import { findForecast } from "~/db/repositories/draw-forecast";
import { findPool } from "~/db/repositories/pool";
import type { App } from "../../context";
import { currentBasis } from "../../kernel/recruit/draw-situation";
import { type DrawTrouble, troubleAhead } from "./draw-trouble";

type Possible = Extract<Forecast, { readonly status: "possible" }>;

/** A gain under this is the computation's noise, in selection probability. */
const NOISE = 1e-6;
const MOST_NAMED = 40;

/** Somebody whose chance is small, and which of the tight quotas count them. */
export interface RarePerson {
  readonly name: string;
  readonly values: readonly { readonly feature: string; readonly value: string }[];
}

export interface PeopleAhead {
  readonly count: number;
  readonly people: readonly RarePerson[];
}

export type ForecastView =
  /** Nobody asked for it, or volunteers, quotas or seats changed since. */
  | { readonly state: "none" }
  | { readonly state: "waiting"; readonly done: number | null; readonly of: number | null }
  | { readonly state: "failed" }
  | { readonly state: "trouble"; readonly trouble: DrawTrouble }
  | {
      readonly state: "possible";
      readonly minimum: number;
      /** What everybody whom a panel can contain would have if there were no quotas. */
      readonly equal: number;
      /** So many volunteers that even then everybody's chance would be rare. */
      readonly isCrowded: boolean;
      /** Quotas that hold somebody back, the dearest first. */
      readonly prices: readonly QuotaPrice[];
      /** People with a chance under 1 in 200, and people whom no panel contains. */
      readonly rare: PeopleAhead;
      readonly never: PeopleAhead;
    };

/** What is known of the draw before it is made. Names are for organisers: ask `permits` first. */
export async function forecastView(
  app: App,
  assembly: { readonly id: AssemblyId; readonly seats: number },
): Promise<ForecastView> {
  const { main } = app.stores;
  const row = await findForecast(main, assembly.id);
  if (!row || row.basis !== (await currentBasis(app, main, { assembly, kind: "first" }))) return { state: "none" };
  if (row.state === "waiting") {
    const { done, of } = app.drawProgress.of(assembly.id) ?? row.progress ?? {};
    return {
      state: "waiting",
      done: typeof done === "number" ? done : null,
      of: typeof of === "number" ? of : null,
    };
  }
  if (row.state === "failed" || row.outcome === null) return { state: "failed" };
  const forecast = row.outcome;
  switch (forecast.status) {
    case "refused":
      return { state: "trouble", trouble: troubleAhead(forecast, row.basis) };
    case "infeasible":
      return { state: "trouble", trouble: troubleAhead(forecast, row.basis) };
    case "possible":
      return possible(main, assembly, forecast);
  }
}

async function possible(
  main: Main,
  { id, seats }: { readonly id: AssemblyId; readonly seats: number },
  { tightness, neverIds }: Possible,
): Promise<ForecastView> {
  const pool = await findPool(main, id);
  const equal = Math.min(1, seats / Math.max(1, (pool?.people ?? 0) - neverIds.length));
  const { minimum, prices, rareIds } = tightness;
  const never = new Set(neverIds);
  const tight = prices.filter(({ gain }) => gain > Math.max(NOISE, minimum * 0.001));
  const rare = await peopleAhead(
    main,
    rareIds.filter((id) => !never.has(id)),
    tight,
  );
  return {
    state: "possible",
    minimum,
    equal,
    isCrowded: equal < rareChance,
    prices: tight,
    rare,
    never: await peopleAhead(main, neverIds, prices),
  };
}

/** The first of these people by name, with the quotas that count them. */
async function peopleAhead(main: Main, ids: readonly string[], quotas: readonly QuotaPrice[]): Promise<PeopleAhead> {
  const named = await findCandidates(main, ids.slice(0, MOST_NAMED).map(knownId<"candidate">));
  const people = named.map(({ name, features }): RarePerson => {
    const counting = quotas.filter(({ feature, value }) => features[feature] === value);
    const values = counting.map(({ feature, value }) => ({ feature, value }));
    return { name, values: values.filter((one, at) => values.findIndex((other) => same(one, other)) === at) };
  });
  people.sort((a, b) => a.name.localeCompare(b.name, "fr"));
  return { count: ids.length, people };
}

type Named = Pick<QuotaPrice, "feature" | "value">;
const same = (a: Named, b: Named): boolean => a.feature === b.feature && a.value === b.value;

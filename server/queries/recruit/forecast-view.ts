import type { AssemblyId, CandidateId } from "~/app/domain/kernel/ids";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import type { QuotaPrice, Tightness } from "~/app/domain/sortition/measure-tightness";
import type { Main } from "~/db/connect";
import { findCandidates } from "~/db/repositories/candidate";
import { findForecast } from "~/db/repositories/draw-forecast";
import { currentBasis } from "../../commands/recruit/draw-situation";
import type { App } from "../../context";
import { type DrawTrouble, troubleAhead } from "./draw-trouble";

/** A gain under this is the computation's noise, in selection probability. */
const NOISE = 1e-6;
const MOST_NAMED = 40;

/** Somebody whose chance is small, and which of the tight quotas count them. */
export interface RarePerson {
  readonly name: string;
  readonly values: readonly { readonly feature: string; readonly value: string }[];
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
      /** Quotas that hold somebody back, the dearest first. */
      readonly prices: readonly QuotaPrice[];
      readonly rare: { readonly count: number; readonly people: readonly RarePerson[] };
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
    const { done, of } = row.progress ?? {};
    return {
      state: "waiting",
      done: typeof done === "number" ? done : null,
      of: typeof of === "number" ? of : null,
    };
  }
  if (row.state === "failed" || row.outcome === null) return { state: "failed" };
  const forecast = JSON.parse(row.outcome) as Forecast;
  switch (forecast.status) {
    case "refused":
      return { state: "trouble", trouble: troubleAhead(forecast) };
    case "infeasible":
      return { state: "trouble", trouble: troubleAhead(forecast) };
    case "possible":
      return possible(main, forecast.tightness);
  }
}

async function possible(main: Main, { minimum, prices, rareIds }: Tightness): Promise<ForecastView> {
  const tight = prices.filter(({ gain }) => gain > Math.max(NOISE, minimum * 0.001));
  const named = await findCandidates(main, rareIds.slice(0, MOST_NAMED) as CandidateId[]);
  const people = named.map(({ name, features }): RarePerson => {
    const counting = tight.filter(({ feature, value }) => features[feature] === value);
    const values = counting.map(({ feature, value }) => ({ feature, value }));
    return { name, values: values.filter((one, at) => values.findIndex((other) => same(one, other)) === at) };
  });
  people.sort((a, b) => a.name.localeCompare(b.name, "fr"));
  return { state: "possible", minimum, prices: tight, rare: { count: rareIds.length, people } };
}

type Named = Pick<QuotaPrice, "feature" | "value">;
const same = (a: Named, b: Named): boolean => a.feature === b.feature && a.value === b.value;

import { itemAt } from "../kernel/item-at";
import { type Random, uniform } from "../kernel/random";
import { isDealtPanel, isPanel, type PanelCounts } from "./check-panel";
import { dealSeats } from "./deal-seats";
import type { Distribution } from "./distribution";
import type { DrawRequest } from "./draw-request";
import type { DrawResult, PanelLottery } from "./draw-result";
import { drawnPlace } from "./drawn-place";
import { followLottery } from "./follow-lottery";
import type { Pool } from "./group-people";
import { householdKey } from "./household-key";
import { makeLottery } from "./make-lottery";
import { measureEquality } from "./measure-equality";
import { reportDraw } from "./report-draw";
import type { Solver } from "./solver";
import type { StepClock } from "./step-clock";

/** A minimum that the lottery cannot express to within this share proposes a larger lottery. */
const acceptableLoss = 0.03;

interface Parts {
  readonly request: DrawRequest;
  readonly pool: Pool;
  readonly distribution: Distribution;
  readonly solver: Solver;
  readonly control: StepClock;
  readonly random: Random;
}

/** From a distribution over classes to people: probabilities, the lottery, one panel, the report. Every panel is checked again. */
export function assembleResult({ request, pool, distribution: found, solver, control, random }: Parts): DrawResult {
  const idOf = (person: number): string => itemAt(pool.people, person).id;
  const size = request.lottery ?? 1000;
  control.report({ step: "lottery" });
  const panels = size > 0 ? makeLottery(pool, found, { size, solver, control }) : [onePanel(found, random)];
  const distribution = size > 0 ? followLottery(pool, found, { panels }) : found;
  const probabilities = probabilitiesOf(pool, distribution);
  const unreachable = unreachablePeople(request, pool, distribution);
  const out = new Set([...unreachable, ...pool.barred]);
  const { minimum, maximum, gini, geometricMean } = measureEquality(probabilities.filter((_, at) => !out.has(at)));
  control.report({ step: "deal" });
  const dealt = dealSeats(pool, panels, random);
  checkAll({ request, pool, panels, dealt });
  const place = size > 0 ? drawnPlace(request.seed, size) : 0;
  const drawn = dealt[place] ?? [];
  return {
    algorithm: request.algorithm,
    seats: request.seats,
    seed: request.seed,
    probabilities: new Map(pool.people.map((person, at) => [person.id, probabilities[at] ?? 0])),
    unreachableIds: unreachable.map(idOf),
    excludedIds: [...new Set(request.excludedIds ?? [])].sort(),
    addressUnknownIds: pool.addressUnknown.map(idOf),
    minProbability: minimum,
    maxProbability: maximum,
    gini,
    geometricMean,
    proof: distribution.proof,
    panels: distribution.panels.length,
    ...(size > 0 && { lottery: { ...lotteryOf({ pool, dealt, idOf, minimum }), place } }),
    drawnIds: drawn.map(idOf),
    report: reportDraw(pool, { probabilities, drawn, steps: control.steps() }),
    equalised: request.algorithm !== "quick" && request.algorithm !== "diversimax",
  };
}

function probabilitiesOf(pool: Pool, { expected, unreachable }: Distribution): number[] {
  const probabilities = pool.people.map(() => 0);
  for (const person of pool.confirmed) probabilities[person] = 1;
  pool.classes.forEach(({ members }, at) => {
    const share = unreachable.has(at) ? 0 : Math.min(1, Math.max(0, (expected[at] ?? 0) / members.length));
    for (const person of members) probabilities[person] = share;
  });
  return probabilities;
}

function unreachablePeople(request: DrawRequest, pool: Pool, { unreachable }: Distribution): number[] {
  const excluded = new Set(request.excludedIds ?? []);
  const besideConfirmed = pool.barred.filter((person) => !excluded.has(pool.people[person]?.id ?? ""));
  const never = [...unreachable].flatMap((at) => pool.classes[at]?.members ?? []);
  return [...besideConfirmed, ...never].sort((a, b) => a - b);
}

function onePanel({ panels, shares }: Distribution, random: Random): PanelCounts {
  let left = uniform(random);
  for (const [at, panel] of panels.entries()) {
    left -= shares[at] ?? 0;
    if (left < 0) return panel;
  }
  return itemAt(panels, panels.length - 1);
}

function checkAll({
  request,
  pool,
  panels,
  dealt,
}: Omit<Parts, "distribution" | "solver" | "control" | "random"> & {
  readonly panels: readonly PanelCounts[];
  readonly dealt: readonly (readonly number[])[];
}): void {
  const homes = pool.people.map((person) => (request.households ? householdKey(person.household) : undefined));
  const counted = new Set(panels);
  for (const panel of counted) if (!isPanel(pool, panel)) throw new Error("a panel misses a rule");
  for (const people of dealt) {
    if (!isDealtPanel(pool, people, (person) => homes[person])) throw new Error("a dealt panel misses a rule");
  }
}

interface Dealt {
  readonly pool: Pool;
  readonly dealt: readonly (readonly number[])[];
  readonly idOf: (person: number) => string;
  readonly minimum: number;
}

function lotteryOf({ pool, dealt, idOf, minimum }: Dealt): Omit<PanelLottery, "place"> {
  const counts = new Map(pool.people.map((person) => [person.id, 0]));
  const panels = dealt.map((people) => people.map(idOf));
  for (const panel of panels) for (const id of panel) counts.set(id, (counts.get(id) ?? 0) + 1);
  const size = panels.length;
  const loss = minimum > 0 ? 1 - Math.floor(size * minimum + 1e-6) / (size * minimum) : 0;
  return {
    panels,
    counts,
    loss: Math.max(0, loss),
    proposedSize: loss > acceptableLoss ? Math.max(size, 10_000) : size,
    distinctPanels: new Set(panels.map((panel) => panel.join("\u0000"))).size,
  };
}

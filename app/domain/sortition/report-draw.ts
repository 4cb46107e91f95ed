import type { Pool } from "./group-people";

export interface ValueRow {
  readonly feature: string;
  readonly value: string;
  readonly pool: number;
  readonly min: number;
  readonly max: number;
  /** Seats a panel of the distribution has on average. */
  readonly expected: number;
  readonly drawn: number;
}

export interface IntersectionRow {
  readonly features: readonly [string, string];
  readonly values: readonly [string, string];
  readonly pool: number;
  readonly expected: number;
  readonly drawn: number;
}

export interface StepTime {
  readonly step: string;
  readonly milliseconds: number;
}

export interface DrawReport {
  readonly values: readonly ValueRow[];
  readonly intersections: readonly IntersectionRow[];
  readonly steps: readonly StepTime[];
}

/** What a draw did, per value and per pair of values of two features: pool, quota, expected, drawn. */
export function reportDraw(
  pool: Pool,
  {
    probabilities,
    drawn,
    steps,
  }: { probabilities: ArrayLike<number>; drawn: readonly number[]; steps: readonly StepTime[] },
): DrawReport {
  const isDrawn = new Set(drawn);
  const rows = pool.quotas.map(({ feature, value, min, max }) => ({
    ...{ feature, value, min, max },
    ...{ pool: 0, expected: 0, drawn: 0 },
  }));
  const rowOf = new Map(rows.map((row) => [JSON.stringify([row.feature, row.value]), row]));
  pool.people.forEach((person, at) => {
    for (const feature of pool.features) {
      const row = rowOf.get(JSON.stringify([feature, person.features[feature]]));
      if (!row) continue;
      row.pool++;
      row.expected += probabilities[at] ?? 0;
      if (isDrawn.has(at)) row.drawn++;
    }
  });
  const values: readonly ValueRow[] = rows;
  return { values, intersections: intersections(pool, probabilities, isDrawn), steps };
}

function intersections(pool: Pool, probabilities: ArrayLike<number>, isDrawn: ReadonlySet<number>): IntersectionRow[] {
  const rows: IntersectionRow[] = [];
  pool.features.forEach((first, at) => {
    for (const second of pool.features.slice(at + 1)) {
      const cells = new Map<string, { values: [string, string]; pool: number; expected: number; drawn: number }>();
      pool.people.forEach((person, position) => {
        const values: [string, string] = [person.features[first] ?? "", person.features[second] ?? ""];
        const key = JSON.stringify(values);
        const cell = cells.get(key) ?? { values, pool: 0, expected: 0, drawn: 0 };
        cell.pool++;
        cell.expected += probabilities[position] ?? 0;
        if (isDrawn.has(position)) cell.drawn++;
        cells.set(key, cell);
      });
      for (const [, cell] of [...cells].sort(([a], [b]) => (a < b ? -1 : 1))) {
        rows.push({ features: [first, second], ...cell });
      }
    }
  });
  return rows;
}

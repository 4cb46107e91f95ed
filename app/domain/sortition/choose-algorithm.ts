import type { Random } from "../kernel/random";
import type { Distribution } from "./distribution";
import { diversimaxDistribution } from "./diversimax-distribution";
import type { DrawControl } from "./draw-control";
import type { DrawAlgorithm } from "./draw-request";
import { goldilocksIdeal } from "./equalise-goldilocks";
import { leximinIdeal } from "./equalise-leximin";
import { nashIdeal } from "./equalise-nash";
import { fairDistribution } from "./fair-distribution";
import type { Pool } from "./group-people";
import { quickDistribution } from "./quick-distribution";
import type { Solver } from "./solver";

/** What an algorithm needs besides the pool. */
export interface AlgorithmTools {
  readonly solver: Solver;
  readonly control: DrawControl;
  readonly random: Random;
}

/** The distribution over panels that an algorithm finds for a pool that has at least one panel. */
export function findDistribution(
  pool: Pool,
  { algorithm, ...tools }: AlgorithmTools & { readonly algorithm: DrawAlgorithm },
): Distribution {
  if (pool.seats === 0) return nothingToDraw(pool);
  switch (algorithm) {
    case "quick":
      return quickDistribution(pool, tools);
    case "leximin":
    case "maximin": // leximin has the largest minimum there is
      return fairDistribution(pool, { ...tools, ideal: (outer) => leximinIdeal(outer, tools) });
    case "nash":
      return fairDistribution(pool, { ...tools, ideal: (outer) => nashIdeal(outer, tools) });
    case "goldilocks":
      return fairDistribution(pool, { ...tools, ideal: (outer) => goldilocksIdeal(outer, tools) });
    case "diversimax":
      return diversimaxDistribution(pool, tools);
    default:
      throw new Error(`algorithm ${algorithm satisfies never}`);
  }
}

function nothingToDraw(pool: Pool): Distribution {
  const none = new Int32Array(pool.classes.length);
  return {
    expected: new Float64Array(pool.classes.length),
    panels: [none],
    shares: Float64Array.of(1),
    unreachable: new Set(pool.classes.keys()),
    proof: { exact: true, bound: 0, gap: 0 },
  };
}

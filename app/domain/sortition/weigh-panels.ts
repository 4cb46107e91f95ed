import { itemAt } from "../kernel/item-at";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { SparsePanel } from "./known-panels";
import { leastChange, type PanelMatrix } from "./least-change";

/** Steps towards the ideal before it is given up: where all panels keep a share, one to five are enough. */
const steps = 12;
/** Part of the way to the nearest bound that a step goes. */
const caution = 0.9;
/** A step shorter than this leads nowhere: the ideal lies on the rim of what these panels average to, or outside. */
const shortest = 0.02;
/** A pivot this small, of 1, is a row that follows from others: a quota that every panel meets with equality, say. */
const dependent = 1e-9;

interface Weighing {
  /** Seats each class should have on average. */
  readonly expected: Float64Array;
  /** Shares to begin with: only panels with one take part. */
  readonly start: Float64Array;
  readonly control: DrawControl;
}

/**
 * Shares of panels that average to `expected`, near the shares given; nothing when none are found soon, which proves nothing.
 * From the herd's own shares, which are nearly right and all positive, the smallest relative change that makes them right is one
 * system of linear equations (affine scaling, Dikin 1967), where a linear program would walk from vertex to vertex.
 */
export function weighPanels(list: readonly SparsePanel[], weighing: Weighing): Float64Array | undefined {
  const { shares, reached } = walk(list, weighing, (balance, shares) => balance.change(shares));
  return reached ? shares : undefined;
}

/**
 * Shares of panels that average to `expected`, or as near to it as a few steps from the shares given come, for more classes than a
 * factorisation is quick for.
 */
export function nearestShares(list: readonly SparsePanel[], weighing: Weighing): Float64Array {
  return walk(list, weighing, (balance, shares) => leastChange(balance, shares, balance.missing(shares))).shares;
}

type Change = (balance: Balance, shares: Float64Array) => Float64Array;

/** Steps towards `expected`, each as far as no share falls below 0. */
function walk(list: readonly SparsePanel[], { expected, start, control }: Weighing, changeOf: Change) {
  const panels = Array.from(start.keys()).filter((at) => (start[at] ?? 0) > 0);
  const classes = Array.from(expected.keys()).filter((at) => (expected[at] ?? 0) > 0);
  const balance = new Balance(
    panels.map((at) => itemAt(list, at)),
    { classes, expected },
  );
  const shares = Float64Array.from(panels, (at) => start[at] ?? 0);
  let reached = false;
  for (let step = 0; step < steps && !reached; step++) {
    leaveIfStopped(control);
    const change = changeOf(balance, shares);
    let length = 1;
    for (let at = 0; at < shares.length; at++) {
      const [share, by] = [shares[at] as number, change[at] as number];
      if (share + by < 0) length = Math.min(length, (-caution * share) / by);
    }
    if (length < shortest) break;
    for (let at = 0; at < shares.length; at++) shares[at] = (shares[at] as number) + length * (change[at] as number);
    reached = length === 1;
  }
  const all = new Float64Array(start.length);
  panels.forEach((at, place) => {
    all[at] = shares[place] as number;
  });
  return { shares: all, reached };
}

/** The equations "the seats of every class average to what is expected", scaled to a diagonal near 1. */
class Balance implements PanelMatrix {
  private readonly width: number;
  private readonly rowsOf: readonly Int32Array[];
  private readonly seatsOf: readonly Float64Array[];
  private readonly goal: Float64Array;

  constructor(panels: readonly SparsePanel[], { classes, expected }: { classes: number[]; expected: Float64Array }) {
    this.width = classes.length;
    const rowOf = new Map(classes.map((at, row) => [at, row]));
    const scale = Float64Array.from(classes, (at) => 1 / Math.sqrt(expected[at] ?? 1));
    this.goal = Float64Array.from(classes, (at, row) => (expected[at] ?? 0) * (scale[row] ?? 1));
    this.rowsOf = panels.map((panel) =>
      Int32Array.from(panel.classes, (at) => rowOf.get(at) ?? -1).filter((row) => row >= 0),
    );
    this.seatsOf = panels.map(({ counts }, at) =>
      Float64Array.from(this.rowsOf[at] ?? [], (row) => (counts[classes[row] ?? 0] ?? 0) * (scale[row] ?? 1)),
    );
  }

  /** The change of shares, smallest in proportion to each, after which every class has what is expected. */
  change(shares: Float64Array): Float64Array {
    const missing = this.missing(shares);
    const factor = factorise(this.gram(shares), this.width);
    const change = new Float64Array(shares.length);
    // Twice: the second time for what rounding left over.
    for (let pass = 0; pass < 2; pass++) {
      const worth = this.worth(solve(factor, this.missing(change, missing)));
      for (let at = 0; at < shares.length; at++)
        change[at] = (change[at] as number) + (shares[at] as number) ** 2 * (worth[at] as number);
    }
    return change;
  }

  seats(shares: Float64Array): Float64Array {
    return this.missing(
      shares.map((share) => -share),
      new Float64Array(this.width),
    );
  }

  squares(shares: Float64Array): Float64Array {
    const squares = new Float64Array(this.width);
    for (let at = 0; at < shares.length; at++) {
      const [rows, seats] = [itemAt(this.rowsOf, at), itemAt(this.seatsOf, at)];
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k] as number;
        squares[row] = (squares[row] as number) + ((shares[at] as number) * (seats[k] as number)) ** 2;
      }
    }
    return squares;
  }

  worth(prices: Float64Array): Float64Array {
    const worth = new Float64Array(this.rowsOf.length);
    for (let at = 0; at < worth.length; at++) {
      const [rows, seats] = [itemAt(this.rowsOf, at), itemAt(this.seatsOf, at)];
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += (seats[k] as number) * (prices[rows[k] as number] as number);
      worth[at] = sum;
    }
    return worth;
  }

  /** What is missing to the goal (or to `wanted`) with these shares. */
  missing(shares: Float64Array, wanted: Float64Array = this.goal): Float64Array {
    const missing = Float64Array.from(wanted);
    for (let at = 0; at < shares.length; at++) {
      const [rows, seats] = [itemAt(this.rowsOf, at), itemAt(this.seatsOf, at)];
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k] as number;
        missing[row] = (missing[row] as number) - (seats[k] as number) * (shares[at] as number);
      }
    }
    return missing;
  }

  /** Σ share² · seats · seatsᵀ, the lower triangle row by row. */
  private gram(shares: Float64Array): Float64Array {
    const { width } = this;
    const gram = new Float64Array(width * width);
    for (let at = 0; at < shares.length; at++) {
      const [rows, seats] = [itemAt(this.rowsOf, at), itemAt(this.seatsOf, at)];
      const weight = (shares[at] as number) ** 2;
      for (let k = 0; k < rows.length; k++) {
        const from = (rows[k] as number) * width;
        const part = weight * (seats[k] as number);
        for (let l = 0; l <= k; l++) {
          const place = from + (rows[l] as number);
          gram[place] = (gram[place] as number) + part * (seats[l] as number);
        }
      }
    }
    return gram;
  }
}

interface Factor {
  readonly lower: Float64Array;
  readonly width: number;
  readonly scale: Float64Array;
}

/** Cholesky's factor of a matrix given by its lower triangle; rows that follow from others are left out (their diagonal is 0). */
function factorise(matrix: Float64Array, width: number): Factor {
  const scale = Float64Array.from({ length: width }, (_, at) => {
    const diagonal = matrix[at * width + at] as number;
    return diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0;
  });
  for (let row = 0; row < width; row++) {
    const at = row * width;
    for (let column = 0; column < row; column++) {
      const above = column * width;
      let sum = (matrix[at + column] as number) * (scale[row] as number) * (scale[column] as number);
      for (let k = 0; k < column; k++) sum -= (matrix[at + k] as number) * (matrix[above + k] as number);
      const pivot = matrix[above + column] as number;
      matrix[at + column] = pivot > 0 ? sum / pivot : 0;
    }
    let left = (scale[row] as number) > 0 ? 1 : 0;
    for (let k = 0; k < row; k++) left -= (matrix[at + k] as number) ** 2;
    matrix[at + row] = left > dependent ? Math.sqrt(left) : 0;
  }
  return { lower: matrix, width, scale };
}

function solve({ lower, width, scale }: Factor, right: Float64Array): Float64Array {
  const values = Float64Array.from(right, (one, at) => one * (scale[at] as number));
  for (let row = 0; row < width; row++) {
    const at = row * width;
    let sum = values[row] as number;
    for (let k = 0; k < row; k++) sum -= (lower[at + k] as number) * (values[k] as number);
    const pivot = lower[at + row] as number;
    values[row] = pivot > 0 ? sum / pivot : 0;
  }
  for (let row = width - 1; row >= 0; row--) {
    const at = row * width;
    const pivot = lower[at + row] as number;
    const value = pivot > 0 ? (values[row] as number) / pivot : 0;
    values[row] = value;
    for (let k = 0; k < row; k++) values[k] = (values[k] as number) - (lower[at + k] as number) * value;
  }
  return values.map((one, at) => one * (scale[at] as number));
}

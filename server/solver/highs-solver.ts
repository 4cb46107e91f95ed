import loadHighs, { type Highs, type Model } from "highs";
import type {
  LinearModel,
  LinearRow,
  Solution,
  SolveOptions,
  Solver,
  SolverModel,
} from "~/app/domain/sortition/solver";
import { solveSmall } from "./yalps-solver";

/** The solver of the product: HiGHS (MIT) in WebAssembly. `stopAsked` is asked while it works; an interrupted solve answers "stopped". */
export async function highsSolver(stopAsked: () => boolean = () => false): Promise<Solver> {
  const highs = await loadHighs();
  return { open: (model) => new HighsModel(highs, model, stopAsked), solveSmall };
}

/** HiGHS takes no infinite option; no draw reaches this value. */
const unreachable = 1e30;

/** Options of linear programs: exact ones carry proofs, rough ones only guide a search and are solved a thousand times. */
const precise = { presolve: "off", primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 };
const rough = { presolve: "off", simplex_scale_strategy: 0, dual_simplex_cost_perturbation_multiplier: 0 };

class HighsModel implements SolverModel {
  private readonly model: Model;
  private readonly whole: boolean;
  private columns: number;
  /** Asking at every step doubles the time of short linear programs: only long work is interrupted. */
  private readonly long: boolean;

  constructor(
    private readonly highs: Highs,
    linear: LinearModel,
    private readonly stopAsked: () => boolean,
  ) {
    this.columns = linear.costs.length;
    this.whole = linear.whole === true || (Array.isArray(linear.whole) && linear.whole.some(Boolean));
    this.long = this.whole || linear.rows.length >= 1000;
    this.model = highs.createModel({
      numCols: this.columns,
      numRows: linear.rows.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: floats(linear.costs),
      colLower: this.bounds(linear.lower),
      colUpper: this.bounds(linear.upper),
      rowLower: this.bounds(linear.rows.map((row) => row.lower)),
      rowUpper: this.bounds(linear.rows.map((row) => row.upper)),
      matrix: { format: "csr", numCols: this.columns, numRows: linear.rows.length, ...packed(linear.rows) },
      ...(this.whole && { integrality: integrality(linear, this.columns) }),
    });
    this.model.options.set({ output_flag: false, random_seed: 1 });
    if (this.whole) this.model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-9, mip_feasibility_tolerance: 1e-9 });
    else this.model.options.set(linear.rough ? rough : precise);
  }

  solve(options: SolveOptions = {}): Solution {
    if (this.whole) {
      this.model.options.set({
        objective_target: options.target ?? unreachable,
        mip_max_nodes: options.nodes ?? 2 ** 31 - 1,
        mip_rel_gap: options.gap ?? 0,
      });
    }
    this.run();
    const status = this.model.getModelStatus();
    const known = this.highs.constants.modelStatus;
    if (status === known.optimal || status === known.empty) return this.answer("optimal");
    if (status === known.infeasible) return { status: "infeasible" };
    if (status === known.interrupted) return { status: "stopped" };
    const limits: number[] = [known.objectiveTarget, known.solutionLimit, known.iterationLimit];
    if (limits.includes(status)) return this.hasSolution() ? this.answer("limit") : { status: "unknown" };
    return { status: "unknown" };
  }

  /**
   * Once in some ten thousand draws HiGHS has ended a solve with an error and no reason (seen once, not reproduced). It is asked again from
   * a clean start, without presolve; a second error is thrown.
   */
  private run(): void {
    const asked = this.long ? this.interrupts() : undefined;
    try {
      this.model.run(asked);
    } catch {
      this.model.clearSolver();
      this.model.options.set({ presolve: "off" });
      this.model.run(asked);
      if (this.whole) this.model.options.set({ presolve: "choose" });
    }
  }

  setCosts(costs: ArrayLike<number>): void {
    this.model.changeColsCost({ kind: "range", from: 0, to: this.columns - 1 }, floats(costs));
  }

  setColumnBounds(lower: ArrayLike<number>, upper: ArrayLike<number>): void {
    this.model.changeColsBounds(
      { kind: "range", from: 0, to: this.columns - 1 },
      this.bounds(lower),
      this.bounds(upper),
    );
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.model.changeRowBounds(row, this.bound(lower), this.bound(upper));
  }

  setCoefficient(row: number, column: number, value: number): void {
    this.model.changeCoefficient(row, column, value);
  }

  addColumn({ cost, lower, upper, rows, values }: Parameters<SolverModel["addColumn"]>[0]): void {
    const entries = { indices: Int32Array.from(rows), values: floats(values) };
    this.model.addCol(cost, this.bound(lower), this.bound(upper), entries);
    this.columns++;
  }

  addRow({ lower, upper, columns, values }: LinearRow): void {
    const entries = { indices: Int32Array.from(columns), values: floats(values) };
    this.model.addRow(this.bound(lower), this.bound(upper), entries);
  }

  startFrom(columns: readonly number[]): void {
    const { lower, basic } = this.highs.constants.basisStatus;
    const { numRows } = this.model.getDimensions();
    const colStatus = new Int32Array(this.columns).fill(lower);
    const rowStatus = new Int32Array(numRows).fill(lower);
    for (const column of columns) colStatus[column] = basic;
    rowStatus.fill(basic, 0, numRows - columns.length);
    this.model.setBasis({ colStatus, rowStatus });
  }

  restart(): void {
    this.model.clearSolver();
  }

  close(): void {
    this.model.dispose();
  }

  private answer(status: "optimal" | "limit"): Solution {
    const { colValue, colDual, rowDual } = this.model.getSolution();
    const objective = this.model.getObjectiveValue();
    const bound = this.whole ? Math.max(objective, Number(this.model.info.get("mip_dual_bound"))) : objective;
    return { status, objective, bound, values: colValue, columnDuals: colDual, rowDuals: rowDual };
  }

  private hasSolution(): boolean {
    return this.model.info.get("primal_solution_status") === this.highs.constants.solutionStatus.feasible;
  }

  private interrupts() {
    const { simplexInterrupt, mipInterrupt } = this.highs.constants.callbackType;
    const ask = (event: { interrupt(): void }): undefined => {
      if (this.stopAsked()) event.interrupt();
    };
    return { [simplexInterrupt]: ask, [mipInterrupt]: ask };
  }

  private bound(value: number): number {
    if (value === Number.POSITIVE_INFINITY) return this.highs.infinity;
    return value === Number.NEGATIVE_INFINITY ? -this.highs.infinity : value;
  }

  private bounds(values: ArrayLike<number>): Float64Array {
    return Float64Array.from(values, (value) => this.bound(value));
  }
}

function floats(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

function packed(rows: readonly LinearRow[]): { starts: Int32Array; indices: Int32Array; values: Float64Array } {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.columns.length;
  });
  const indices = new Int32Array(starts.at(-1) ?? 0);
  const values = new Float64Array(indices.length);
  rows.forEach((row, at) => {
    indices.set(row.columns, starts[at]);
    values.set(row.values, starts[at]);
  });
  return { starts, indices, values };
}

function integrality(linear: LinearModel, columns: number): Int32Array {
  return Int32Array.from({ length: columns }, (_, at) =>
    linear.whole === true || (Array.isArray(linear.whole) && linear.whole[at]) ? 1 : 0,
  );
}

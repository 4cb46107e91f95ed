/** A row of a linear model: lower ≤ Σ values·columns ≤ upper. */
export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** A linear program, always maximised. Infinite bounds are ±Infinity. */
export interface LinearModel {
  readonly costs: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly LinearRow[];
  /** Which columns must be whole numbers; `true` for all. */
  readonly whole?: true | readonly boolean[];
  /** The solution only guides a search: speed before precision. */
  readonly rough?: boolean;
}

export interface SolveOptions {
  /** Stop as soon as a solution reaches this value. */
  readonly target?: number;
  /** Branch-and-bound nodes at most; the same model and cap give the same answer. */
  readonly nodes?: number;
  /** Relative gap at which an integer solution is good enough; 0 unless told. */
  readonly gap?: number;
}

/** What a solver answers. Never trusted: panels are checked again in whole numbers, bounds carry a tolerance. */
export type Solution =
  | {
      readonly status: "optimal" | "limit";
      readonly objective: number;
      /** No solution is above this value. */
      readonly bound: number;
      readonly values: Float64Array;
      /** Change of the objective per unit of each column's bound (linear programs only). */
      readonly columnDuals: Float64Array;
      /** Change of the objective per unit of each row's bound (linear programs only). */
      readonly rowDuals: Float64Array;
    }
  | { readonly status: "infeasible" | "stopped" | "unknown" };

/** A model kept in the solver, so that a changed model is solved from the last basis. */
export interface SolverModel {
  solve(options?: SolveOptions): Solution;
  setCosts(costs: ArrayLike<number>): void;
  setColumnBounds(lower: ArrayLike<number>, upper: ArrayLike<number>): void;
  setRowBounds(row: number, lower: number, upper: number): void;
  setCoefficient(row: number, column: number, value: number): void;
  addColumn(column: {
    cost: number;
    lower: number;
    upper: number;
    rows: ArrayLike<number>;
    values: ArrayLike<number>;
  }): void;
  addRow(row: LinearRow): void;
  /** Begin the next solve from these columns in the basis, as many as there are rows at most. */
  startFrom(columns: readonly number[]): void;
  /** Forget the basis: the next solve starts afresh. */
  restart(): void;
  close(): void;
}

/** The mathematical solver that a draw is given; the real one lives outside the domain. */
export interface Solver {
  open(model: LinearModel): SolverModel;
  /** A good whole solution of a small model, without proof; nothing when none was found within the iteration cap. */
  solveSmall(model: LinearModel): Float64Array | undefined;
}

/** Open a model, use it, and close it whatever happens. */
export function withModel<T>(solver: Solver, model: LinearModel, use: (opened: SolverModel) => T): T {
  const opened = solver.open(model);
  try {
    return use(opened);
  } finally {
    opened.close();
  }
}

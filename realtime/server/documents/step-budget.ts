/** Steps that some work may take: letters looked at, items walked over. Counted, not timed: the same for whoever does it again. */
export class StepBudget {
  #spent = 0;

  constructor(private readonly most: number) {}

  get spent(): number {
    return this.#spent;
  }

  /** Whether so much more work may be done; asked before it is. What may not is not counted. */
  allows(steps: number): boolean {
    if (this.#spent + steps > this.most) return false;
    this.#spent += steps;
    return true;
  }

  /** Of work that is done in any case. */
  count(steps: number): void {
    this.#spent += steps;
  }
}

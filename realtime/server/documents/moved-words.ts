import { type Letters, type Run, wordsOf } from "./line-change";
import type { StepBudget } from "./step-budget";

/** What is left of a part that stands elsewhere now, at least so many letters long, belongs to what was moved. */
const LEAST_MOVED = 3;
/** Fewer letters than this stand in many a text: they were moved only where they stand by themselves. */
const LEAST_FOUND = 12;
/** Nobody moves one line in more pieces than this. */
const MOST_CUTS = 20;

/** What somebody brought in, to look for what they took out elsewhere. Beyond the budget nothing is found. */
export class MovedWords {
  readonly #pieces = new Map<string, Run>();
  readonly #letters: number;
  readonly #found = new Set<Run>();
  #lettersMoved = 0;

  constructor(
    brought: readonly Run[],
    private readonly budget: StepBudget,
  ) {
    this.#letters = brought.reduce((sum, run) => sum + lengthOf(run), 0);
    if (!budget.allows(this.#letters)) return;
    for (const run of brought) this.#pieces.set(wordsOf(run).trim(), run);
  }

  /** What stands for that which was moved away. */
  get found(): Iterable<Run> {
    return this.#found;
  }

  get lettersMoved(): number {
    return this.#lettersMoved;
  }

  /** What is gone for good of a run of letters: all of it, less what stands elsewhere at its beginning or its end. */
  without(run: Run): Run {
    if (this.#pieces.size === 0) return run;
    let text = wordsOf(run);
    let from = 0;
    for (let cuts = 0; cuts < MOST_CUTS && text.trim() !== ""; cuts += 1) {
      if (this.#standsWhole(text.trim())) return [];
      const piece = this.#pieceOf(text);
      if (piece === null) break;
      if (text.startsWith(piece)) from += piece.length;
      text = text.startsWith(piece) ? text.slice(piece.length) : text.slice(0, -piece.length);
    }
    return text.trim() === "" ? [] : sliceOf(run, from, from + text.length);
  }

  #standsWhole(text: string): boolean {
    if (!this.budget.allows(text.length)) return false;
    const alone = this.#pieces.get(text);
    if (alone) return this.#moved(alone, text);
    if (text.length < LEAST_FOUND || !this.budget.allows(this.#letters + text.length)) return false;
    for (const [piece, run] of this.#pieces) if (piece.includes(text)) return this.#moved(run, text);
    return false;
  }

  #pieceOf(text: string): string | null {
    if (!this.budget.allows(this.#letters + text.length)) return null;
    for (const [piece, run] of this.#pieces) {
      if (piece.length < LEAST_MOVED || !(text.startsWith(piece) || text.endsWith(piece))) continue;
      this.#moved(run, piece);
      return piece;
    }
    return null;
  }

  #moved(run: Run, text: string): true {
    this.#found.add(run);
    this.#lettersMoved += text.length;
    return true;
  }
}

const lengthOf = (run: Run): number => run.reduce((sum, { text }) => sum + text.length, 0);

/** From one letter of a run to another. */
function sliceOf(run: Run, from: number, to: number): Run {
  const slice: Letters[] = [];
  let at = 0;
  for (const letters of run) {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, letters.text.length)];
    if (end > start) slice.push({ ...letters, text: letters.text.slice(start, end), clock: letters.clock + start });
    at += letters.text.length;
  }
  return slice;
}

import type { Move } from "~/app/domain/assembly/facts";

/** Of one thing that moves, this often at most is told (L13). */
export const MOVES_PAUSE_MS = 1_000;

/**
 * Tells that something moves: the first time at once, then once a pause for as long as it goes on, and once more after the last: whoever
 * reads when told has read the end of it too.
 */
export class Moves {
  readonly #resting = new Map<string, { again: Move | null; readonly timer: ReturnType<typeof setTimeout> }>();

  constructor(private readonly tell: (move: Move) => void) {}

  moved(move: Move): void {
    const resting = this.#resting.get(keyOf(move));
    if (resting) resting.again = move;
    else this.#tell(move);
  }

  stop(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #tell(move: Move): void {
    const key = keyOf(move);
    const timer = setTimeout(() => {
      const again = this.#resting.get(key)?.again;
      this.#resting.delete(key);
      if (again) this.#tell(again);
    }, MOVES_PAUSE_MS);
    timer.unref();
    this.#resting.set(key, { again: null, timer });
    this.tell(move);
  }
}

const keyOf = ({ stream, what }: Move): string => `${stream} ${what}`;

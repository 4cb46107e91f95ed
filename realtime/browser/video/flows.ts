/** Without anything new for this long, nothing comes any more: a closed microphone still sends twice a second, a camera many times. */
export const SILENT_MS = 2_500;
/** Looked at less often than this (a page in the background, a machine that slept), silence cannot be told from not having looked. */
const LONGEST_LOOK_MS = 2_000;

interface Counted {
  readonly count: number;
  /** When it was last seen to grow. */
  readonly movedAtMs: number;
  readonly lookedAtMs: number;
}

/** What comes in on several lines, by counters that grow while something comes. Instants are ms of one clock that never jumps. */
export class Flows<Line> {
  readonly #counted = new Map<Line, Counted>();

  /** The counter of a line now. */
  note(line: Line, count: number, nowMs: number): void {
    const before = this.#counted.get(line);
    const moved = !before || count !== before.count || nowMs - before.lookedAtMs > LONGEST_LOOK_MS;
    this.#counted.set(line, { count, movedAtMs: moved ? nowMs : before.movedAtMs, lookedAtMs: nowMs });
  }

  /** As it was when last looked at. A line that nobody looks at is not silent. */
  isSilent(line: Line): boolean {
    const counted = this.#counted.get(line);
    return counted !== undefined && counted.lookedAtMs - counted.movedAtMs >= SILENT_MS;
  }

  /** Forgets every line but these: nothing is expected of the others. */
  keep(lines: ReadonlySet<Line>): void {
    for (const line of this.#counted.keys()) if (!lines.has(line)) this.#counted.delete(line);
  }
}

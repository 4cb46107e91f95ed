import type { Wire } from "./connection-options";

/** Frames of one page that wait, in their order, while nothing more is read from its wire. */
export class Backlog {
  #waiting: Uint8Array[] = [];
  #isHeld = false;
  #isGoingOn = false;

  constructor(
    private readonly wire: Pick<Wire, "pause" | "resume">,
    private readonly receive: (bytes: Uint8Array) => void,
  ) {}

  /** Takes a frame where others wait before it; false where none do. */
  takes(bytes: Uint8Array): boolean {
    if (this.#isGoingOn || (!this.#isHeld && this.#waiting.length === 0)) return false;
    this.#waiting.push(bytes);
    return true;
  }

  /** From now on everything waits; this frame before all others. */
  hold(first?: Uint8Array): void {
    this.#isHeld = true;
    if (first) this.#waiting.unshift(first);
    this.wire.pause();
  }

  /** Receives what waited, one after the other, until one of them holds up the rest again. */
  goOn(): void {
    this.#isHeld = false;
    this.wire.resume();
    this.#isGoingOn = true;
    let at = 0;
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      for (const bytes of waiting) {
        if (this.#isHeld) break;
        this.receive(bytes);
        at += 1;
      }
    } finally {
      this.#isGoingOn = false;
      this.#waiting.push(...waiting.slice(at));
    }
  }
}

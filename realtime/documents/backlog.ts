import type { Wire } from "./connection-options";

/** Frames of one page that wait, in their order, while nothing more is read from its wire. */
export class Backlog {
  #waiting: Uint8Array[] | null = null;

  constructor(
    private readonly wire: Pick<Wire, "pause" | "resume">,
    private readonly receive: (bytes: Uint8Array) => void,
  ) {}

  /** Takes a frame where others wait before it; false where none do. */
  takes(bytes: Uint8Array): boolean {
    this.#waiting?.push(bytes);
    return this.#waiting !== null;
  }

  /** From now on everything waits. */
  hold(...first: readonly Uint8Array[]): void {
    this.#waiting = [...first];
    this.wire.pause();
  }

  /** Receives what waited; a frame of it may hold up the rest again. */
  goOn(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.wire.resume();
    for (const bytes of waiting) this.receive(bytes);
  }
}

import type { Moving, PageFactType } from "../../domain/assembly/facts";
import { readPageStream } from "../../domain/assembly/streams";
import type { Pauses } from "../live/ask";

/** What a page listens to: how far its data goes in each stream, and which facts and moves concern it. */
export interface Interest {
  /** By stream, the version that was read before the page's data (`versionsBefore`). */
  readonly read: Readonly<Record<string, number>>;
  readonly facts: readonly PageFactType[];
  readonly moves: readonly Moving[];
}

/**
 * How long a page waits before it reads itself anew, in ms: `least`, and up to `spread` more by chance. All pages of an assembly hear
 * of a thing at once; those of its team are few, and look on.
 */
const WAITS = {
  assembly: { least: 50, spread: 2_000 },
  team: { least: 50, spread: 150 },
  document: { least: 400, spread: 1_600 },
} as const;

/** Decides when a page reads itself anew. Apart from React and the network. */
export class PageReader {
  readonly #seen = new Map<string, number>();
  #interest: Interest;
  #callOff: (() => void) | null = null;

  constructor(
    interest: Interest,
    private readonly readAnew: () => void,
    private readonly pauses: Pauses,
  ) {
    this.#interest = interest;
    this.hasRead(interest);
  }

  /** The page has its data anew. */
  hasRead(interest: Interest): void {
    this.#interest = interest;
    for (const [stream, version] of Object.entries(interest.read)) this.#sees(stream, version);
  }

  /** A connection follows the stream from this version on: what happened between the page's reading and now was not heard. */
  joined(stream: string, version: number): void {
    const missed = version > this.#seenIn(stream) || this.#interest.moves.length > 0;
    this.#sees(stream, version);
    if (missed) this.#readSoon(stream);
  }

  heard(stream: string, { type, version }: { readonly type: string; readonly version: number }): void {
    const before = this.#seenIn(stream);
    if (version <= before) return;
    this.#sees(stream, version);
    const concerns = (this.#interest.facts as readonly string[]).includes(type);
    if (concerns || version > before + 1) this.#readSoon(stream);
  }

  moved(stream: string, what: Moving): void {
    if (this.#interest.moves.includes(what)) this.#readSoon(stream);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #readSoon(stream: string): void {
    if (this.#callOff) return;
    const { least, spread } = WAITS[readPageStream(stream)?.kind ?? "assembly"];
    this.#callOff = this.pauses.after(least + this.pauses.chance() * spread, () => {
      this.#callOff = null;
      this.readAnew();
    });
  }

  #seenIn(stream: string): number {
    return this.#seen.get(stream) ?? 0;
  }

  #sees(stream: string, version: number): void {
    this.#seen.set(stream, Math.max(this.#seenIn(stream), version));
  }
}

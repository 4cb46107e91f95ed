import type { Moving, PageFactType } from "~/app/domain/assembly/facts";
import { readPageStream } from "~/app/domain/assembly/streams";
import type { Pauses } from "../live/ask";

/** What a page listens to: how far its data goes in each stream, and which facts and moves concern it. */
export interface Interest {
  /** By stream, the version that was read before the page's data (`versionsBefore`). */
  readonly read: Readonly<Record<string, number>>;
  readonly facts: readonly PageFactType[];
  readonly moves: readonly Moving[];
}

/** How long a page waits before it reads itself anew, in ms: `least`, and up to `spread` more by chance. */
interface Wait {
  readonly least: number;
  readonly spread: number;
}

/** After a fact, by its stream. All pages of an assembly hear of a thing at once; those of its team are few, and look on. */
const FACT_WAITS = {
  assembly: { least: 50, spread: 2_000 },
  team: { least: 50, spread: 150 },
  document: { least: 400, spread: 1_600 },
} as const satisfies Readonly<Record<string, Wait>>;

/** A text moves each second while somebody writes, perhaps for an hour, and is read whole by all who look on. */
const MOVE_WAITS: Readonly<Record<Moving, Wait>> = {
  draw: FACT_WAITS.team,
  forecast: FACT_WAITS.team,
  import: FACT_WAITS.team,
  voices: FACT_WAITS.team,
  text: { least: 3_000, spread: 4_000 },
};

const longest = ({ least, spread }: Wait): number => least + spread;

interface Due {
  readonly wait: Wait;
  /** Something moved: no version says whether a reading holds it. */
  readonly isMove: boolean;
  readonly callOff: () => void;
}

/** Decides when a page reads itself anew. Apart from React and the network. */
export class PageReader {
  readonly #seen = new Map<string, number>();
  #interest: Interest;
  #due: Due | null = null;

  constructor(
    interest: Interest,
    private readonly readAnew: () => void,
    private readonly pauses: Pauses,
  ) {
    this.#interest = interest;
    this.hasRead(interest);
  }

  /** The page has its data anew, because of us or of something else (its rights, a form): what it holds is not read a second time. */
  hasRead(interest: Interest): void {
    this.#interest = interest;
    const holdsAll = Object.entries(interest.read).every(([stream, version]) => this.#seenIn(stream) <= version);
    if (holdsAll && this.#due?.isMove === false) this.stop();
    for (const [stream, version] of Object.entries(interest.read)) this.#sees(stream, version);
  }

  /**
   * A connection follows the stream from this version on: what happened between the page's reading and now was not heard. What moved
   * meanwhile has no version: it is read once, as after a move, and together with those that come until then. A version lower than what was
   * seen is that of an installation put back from an older copy: there the page shows what is no more.
   */
  joined(stream: string, version: number): void {
    const missed = version !== this.#seenIn(stream);
    this.#seen.set(stream, version);
    if (missed) this.#readAfterFact(stream);
    else for (const what of this.#interest.moves) this.#readWithin(MOVE_WAITS[what], true);
  }

  heard(stream: string, { type, version }: { readonly type: string; readonly version: number }): void {
    const before = this.#seenIn(stream);
    if (version <= before) return;
    this.#sees(stream, version);
    const concerns = this.#interest.facts.some((one) => one === type);
    if (concerns || version > before + 1) this.#readAfterFact(stream);
  }

  moved(_stream: string, what: Moving): void {
    if (this.#interest.moves.includes(what)) this.#readWithin(MOVE_WAITS[what], true);
  }

  stop(): void {
    this.#due?.callOff();
    this.#due = null;
  }

  #readAfterFact(stream: string): void {
    this.#readWithin(FACT_WAITS[readPageStream(stream)?.kind ?? "assembly"], false);
  }

  /** One reading is enough for all that comes until then; what is to be read sooner does not wait for what may be read later. */
  #readWithin(wait: Wait, isNewMove: boolean): void {
    const isMove = isNewMove || this.#due?.isMove === true;
    if (this.#due && longest(this.#due.wait) <= longest(wait)) {
      this.#due = { ...this.#due, isMove };
      return;
    }
    this.stop();
    const callOff = this.pauses.after(wait.least + this.pauses.chance() * wait.spread, () => {
      this.#due = null;
      this.readAnew();
    });
    this.#due = { wait, isMove, callOff };
  }

  #seenIn(stream: string): number {
    return this.#seen.get(stream) ?? 0;
  }

  #sees(stream: string, version: number): void {
    this.#seen.set(stream, Math.max(this.#seenIn(stream), version));
  }
}

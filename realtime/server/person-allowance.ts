import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { PersonId } from "~/app/domain/kernel/ids";
import { CARETS, FRAMES, WHOLE_TEXTS } from "./documents/connection-options";
import { TokenBucket } from "./live/token-bucket";

/**
 * Sockets of one person: a page has one for what is live and one for each text, and those of a bad line are known to be dead only after
 * half a minute.
 */
const MOST_SOCKETS = 80;
/** A person presses a button a few times a second; after a restart four pages join the streams of forty groups anew, each. */
const COMMANDS = { burst: 600, perSecond: 30 };
/** Who comes back within this time comes back to the same buckets. */
const REMEMBERED_MS = MINUTE_MS;

/** What one person may ask of the sockets, on all their pages and devices together. */
export interface Allowance {
  readonly commands: TokenBucket;
  readonly frames: TokenBucket;
  readonly carets: TokenBucket;
  readonly wholeTexts: TokenBucket;
  readonly unread: Unread;
}

/** What waits for the pages of one person to read it: each of them may be slow, all together may not fill the memory. */
export class Unread {
  readonly #waiting = new Set<() => number>();

  /** Counts what one page has not read, in bytes, until it is told to stop. */
  count(bytes: () => number): () => void {
    this.#waiting.add(bytes);
    return () => void this.#waiting.delete(bytes);
  }

  get bytes(): number {
    return [...this.#waiting].reduce((sum, of) => sum + of(), 0);
  }
}

interface Known extends Allowance {
  sockets: number;
  leftAtMs: number;
}

/** The allowances of those who have a page open. In one process: several would each allow as much. */
export class Allowances {
  readonly #known = new Map<PersonId, Known>();
  #sweptAtMs = 0;

  /** Counts one more socket of a person; null when they have too many. Each `enter` needs its `leave`. */
  enter(personId: PersonId, nowMs: number): Allowance | null {
    this.#sweep(nowMs);
    const known = this.#known.get(personId) ?? fresh();
    if (known.sockets >= MOST_SOCKETS) return null;
    known.sockets += 1;
    this.#known.set(personId, known);
    return known;
  }

  leave(personId: PersonId, nowMs: number): void {
    const known = this.#known.get(personId);
    if (!known) return;
    known.sockets -= 1;
    known.leftAtMs = nowMs;
  }

  #sweep(nowMs: number): void {
    if (nowMs - this.#sweptAtMs < REMEMBERED_MS) return;
    this.#sweptAtMs = nowMs;
    for (const [personId, { sockets, leftAtMs }] of this.#known) {
      if (sockets === 0 && nowMs - leftAtMs >= REMEMBERED_MS) this.#known.delete(personId);
    }
  }
}

function fresh(): Known {
  return {
    commands: new TokenBucket(COMMANDS.burst, COMMANDS.perSecond),
    frames: new TokenBucket(FRAMES.burst, FRAMES.perSecond),
    carets: new TokenBucket(CARETS.burst, CARETS.perSecond),
    wholeTexts: new TokenBucket(WHOLE_TEXTS.burst, WHOLE_TEXTS.perSecond),
    unread: new Unread(),
    sockets: 0,
    leftAtMs: 0,
  };
}

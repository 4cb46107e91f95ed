import type { WrittenFact } from "~/server/announcer/announcer";

/** One try to follow a stream: what is read for it takes time, and the page may leave, ask again or go meanwhile. */
export interface Joining {
  /**
   * The rights and the state were read: `join` follows the stream from here on. Answers the facts that came meanwhile, or null when
   * this try was overtaken: then nothing is followed because of it.
   */
  join(): readonly WrittenFact[] | null;
  /** It may not be followed. False when this try was overtaken: a later one knows better. */
  leave(): boolean;
  /** Whether who may follow the stream has changed since this was asked last: what was read may be of before. */
  doubted(): boolean;
  /** It could not be found out: the stream stays as it was. */
  giveUp(): void;
}

interface Try {
  readonly facts: WrittenFact[];
  doubted: boolean;
}

export interface FollowPorts {
  follow(stream: string): void;
  unfollow(stream: string): void;
}

/** The streams of one connection. Of several tries for one stream the latest counts, and none after the page left it or went. */
export class JoinedStreams {
  readonly #tries = new Map<string, Try>();
  /** What is followed; each time of following is another one. */
  readonly #followed = new Map<string, symbol>();
  #ended = false;

  constructor(private readonly ports: FollowPorts) {}

  begin(stream: string): Joining {
    const mine: Try = { facts: [], doubted: false };
    if (!this.#ended) this.#tries.set(stream, mine);
    const settle = (): boolean => this.#tries.get(stream) === mine && this.#tries.delete(stream);
    return {
      join: () => {
        if (!settle()) return null;
        // From the one to the other without a pause: no fact falls between.
        this.#followed.set(stream, Symbol(stream));
        this.ports.follow(stream);
        return mine.facts;
      },
      leave: () => {
        if (!settle()) return false;
        this.#unfollow(stream);
        return true;
      },
      doubted: () => {
        const { doubted } = mine;
        mine.doubted = false;
        return doubted;
      },
      giveUp: () => void settle(),
    };
  }

  leave(stream: string): void {
    this.#tries.delete(stream);
    this.#unfollow(stream);
  }

  /** Who may follow the stream has changed: a try under way reads anew, and what is followed is left unless it still may be. */
  async recheck(stream: string, mayFollow: () => Promise<boolean>): Promise<void> {
    const tried = this.#tries.get(stream);
    if (tried) tried.doubted = true;
    const followed = this.#followed.get(stream);
    if (!followed || (await mayFollow())) return;
    // Whoever was granted it meanwhile asked after the change.
    if (this.#followed.get(stream) === followed) this.#unfollow(stream);
  }

  #unfollow(stream: string): void {
    this.#followed.delete(stream);
    this.ports.unfollow(stream);
  }

  /** A fact that came while its stream is being joined. */
  hear(fact: WrittenFact): void {
    this.#tries.get(fact.stream)?.facts.push(fact);
  }

  /** The connection is gone. */
  end(): void {
    this.#ended = true;
    this.#tries.clear();
    this.#followed.clear();
  }
}

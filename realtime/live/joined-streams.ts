import type { WrittenFact } from "~/server/jobs/announcer";

/** One try to follow a stream: what is read for it takes time, and the page may leave, ask again or go meanwhile. */
export interface Joining {
  /**
   * The rights and the state were read: `join` follows the stream from here on. Answers the facts that came meanwhile, or null when
   * this try was overtaken: then nothing is followed because of it.
   */
  join(): readonly WrittenFact[] | null;
  /** It may not be followed. False when this try was overtaken: a later one knows better. */
  leave(): boolean;
  /** It could not be found out: the stream stays as it was. */
  giveUp(): void;
}

export interface FollowPorts {
  follow(stream: string): void;
  unfollow(stream: string): void;
}

/** The streams of one connection. Of several tries for one stream the latest counts, and none after the page left it or went. */
export class JoinedStreams {
  readonly #tries = new Map<string, { readonly facts: WrittenFact[] }>();
  #ended = false;

  constructor(private readonly ports: FollowPorts) {}

  begin(stream: string): Joining {
    const mine = { facts: [] as WrittenFact[] };
    if (!this.#ended) this.#tries.set(stream, mine);
    const settle = (): boolean => this.#tries.get(stream) === mine && this.#tries.delete(stream);
    return {
      join: () => {
        if (!settle()) return null;
        // From the one to the other without a pause: no fact falls between.
        this.ports.follow(stream);
        return mine.facts;
      },
      leave: () => {
        if (!settle()) return false;
        this.ports.unfollow(stream);
        return true;
      },
      giveUp: () => void settle(),
    };
  }

  leave(stream: string): void {
    this.#tries.delete(stream);
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
  }
}

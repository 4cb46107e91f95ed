/** One thing that is due. What it throws is written to the log with its id; it is tried again later, and the others go on. */
export interface Due {
  /** What it is about; one of its kind within the job. */
  readonly id: string;
  /** `stop` is given up when the server closes: long work then ends at its next stop, and goes on after the next start. */
  work(stop: AbortSignal): Promise<void>;
}

/**
 * Work that is due at some time. A job only names what is due: it never goes through the list itself, so that one thing which fails
 * cannot hold up those behind it. It leases its rows by compare-and-set, so that two instances never do one thing twice.
 */
export interface Job {
  readonly name: string;
  /** How long to wait between two runs when nobody wakes it, in milliseconds. */
  readonly everyMs: number;
  /** Runs also when the server starts: what another one left is taken up at once. */
  readonly atStart?: boolean;
  /** What is due now, the first first. What failed and waits for its next attempt is left out in any case; a list with an end leaves it out itself. */
  due(paused: readonly string[]): Promise<readonly Due[]>;
  /** How many things are worked on at a time: one unless said. `each-its-own-way`: all, and a run does not wait for them. */
  readonly atOnce?: number | "each-its-own-way";
  /** How long to leave alone what has failed several times, in milliseconds: an hour unless said. */
  readonly longestPauseMs?: number;
  /** Names a part of what is due, and is asked again as long as something new comes. */
  readonly inParts?: boolean;
}

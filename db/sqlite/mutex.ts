import { StoreBusy } from "../violations";

/** Longer than any transaction should hold the writer, shorter than a person waits for a page. */
const LONGEST_WAIT_MS = 10_000;

/** One at a time, first come first served; who waits too long is refused rather than kept. */
export class Mutex {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  async run<T>(work: () => Promise<T> | T): Promise<T> {
    if (this.#held) await this.#turn();
    this.#held = true;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#held = false;
    }
  }

  /** Resolves when the one before hands over: `held` stays true in between, so nobody slips in. */
  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(new StoreBusy("The writer was not free in time."));
      }, LONGEST_WAIT_MS);
      this.#waiting.push(take);
    });
  }
}

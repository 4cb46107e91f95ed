/** Lets through `burst` at once, then `perSecond`. Times in milliseconds of any clock; what it goes back does not count. */
export class TokenBucket {
  #left: number;
  #atMs: number | null = null;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.#left = burst;
  }

  take(nowMs: number): boolean {
    const passedMs = this.#atMs === null ? 0 : Math.max(0, nowMs - this.#atMs);
    this.#atMs = nowMs;
    this.#left = Math.min(this.burst, this.#left + (passedMs / 1000) * this.perSecond);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

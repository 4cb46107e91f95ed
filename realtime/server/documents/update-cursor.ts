const strictText = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads lib0's encoding without building anything; throws a RangeError when the bytes end or a number is too large. */
export class UpdateCursor {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** How many bytes were read. */
  get at(): number {
    return this.#at;
  }

  atEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.#at];
    if (value === undefined) throw new RangeError("ends early");
    this.#at += 1;
    return value;
  }

  /** A whole number: seven bits a byte, lowest first. */
  number(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
    }
    throw new RangeError("number too large");
  }

  /** How many things follow: each takes a byte at least. */
  count(): number {
    const count = this.number();
    if (count > this.bytes.length - this.#at) throw new RangeError(`${count} things in fewer bytes`);
    return count;
  }

  skip(length: number): void {
    if (length > this.bytes.length - this.#at) throw new RangeError("ends early");
    this.#at += length;
  }

  skipBytes(): void {
    this.skip(this.number());
  }

  skipSigned(): void {
    for (let left = 9; this.byte() >= 128; left--) if (left === 0) throw new RangeError("number too large");
  }

  skipText(): void {
    this.#text();
  }

  /** In UTF-16 units, as Yjs counts; not empty. */
  textLength(): number {
    const { length } = this.#text();
    if (length === 0) throw new RangeError("empty text");
    return length;
  }

  /** A text that must be JSON. */
  json(): void {
    JSON.parse(this.#text());
  }

  #text(): string {
    const length = this.number();
    const from = this.#at;
    this.skip(length);
    return strictText.decode(this.bytes.subarray(from, from + length));
  }
}

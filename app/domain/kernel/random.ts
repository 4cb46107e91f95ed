/** Where chance comes from: real randomness in the product, a seed in a draw that must be replayed and in tests. */
export interface Random {
  /** `count` bytes, each uniform. */
  bytes(count: number): Uint8Array;
}

/** A uniform whole number in [0, limit), without modulo bias. `limit` is at most 2^32. */
export function uniformBelow(random: Random, limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) throw new RangeError(`limit ${limit}`);
  const fair = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const bytes = random.bytes(4);
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (value < fair) return value % limit;
  }
}

/** A uniform number in [0, 1) with 32 bits. */
export function uniform(random: Random): number {
  return uniformBelow(random, 2 ** 32) / 2 ** 32;
}

/** A copy in uniformly random order (Fisher–Yates). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = uniformBelow(random, last + 1);
    const held = copy[last] as T;
    copy[last] = copy[other] as T;
    copy[other] = held;
  }
  return copy;
}

/**
 * A repeatable source from a text: xoshiro128** (Blackman and Vigna 2018), its state filled by FNV-1a and splitmix.
 * For draws that must be replayed and for tests; never for secrets.
 */
export function seededRandom(seed: string): Random {
  const state = fill(seed);
  const next = (): number => {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    const c2 = c ^ a;
    const d2 = d ^ b;
    state[0] = a ^ d2;
    state[1] = b ^ c2;
    state[2] = c2 ^ shifted;
    state[3] = rotate(d2, 11);
    return result;
  };
  return {
    bytes(count) {
      const out = new Uint8Array(count);
      for (let at = 0; at < count; at += 4) {
        const word = next();
        for (let k = 0; k < 4 && at + k < count; k++) out[at + k] = (word >>> (24 - 8 * k)) & 255;
      }
      return out;
    },
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function fill(seed: string): Int32Array {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  const state = new Int32Array(4);
  for (let k = 0; k < 4; k++) {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    state[k] = word ^ (word >>> 16);
  }
  return state;
}

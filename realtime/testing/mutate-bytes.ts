import fc from "fast-check";

/** One spoiling of some bytes: what is done, two places, and a byte. */
export type Mutation = readonly [kind: number, from: number, to: number, byte: number];

export const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.nat(6),
  fc.nat(100_000),
  fc.nat(100_000),
  fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 127, 128, 255)),
);

/** The bytes as a faulty wire or a hand that is no editor would send them; `other` is where foreign bytes come from. */
export function mutated(bytes: Uint8Array, mutations: readonly Mutation[], other: Uint8Array): Uint8Array {
  return mutations.reduce<Uint8Array>((done, one) => mutatedOnce(done, one, other), bytes);
}

function mutatedOnce(bytes: Uint8Array, [kind, first, second, byte]: Mutation, other: Uint8Array): Uint8Array {
  const from = first % (bytes.length + 1);
  const to = Math.min(bytes.length, from + (second % 8));
  switch (kind) {
    case 0:
      return spliced(bytes, [from, from + 1], [byte]);
    case 1:
      return spliced(bytes, [from, from + 1], [(bytes[from] ?? 0) ^ (1 << (byte % 8))]);
    case 2:
      return spliced(bytes, [from, from], [byte]);
    case 3:
      return spliced(bytes, [from, to], []);
    case 4:
      return spliced(bytes, [from, from], bytes.subarray(from, to));
    case 5:
      return spliced(bytes, [from, to], other.subarray(second % (other.length + 1)).subarray(0, byte % 16));
    default:
      return bytes.slice(0, from);
  }
}

function spliced(bytes: Uint8Array, [from, to]: readonly [number, number], between: ArrayLike<number>): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, from), ...Array.from(between), ...bytes.subarray(to)]);
}

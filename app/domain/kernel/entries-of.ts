/** The keys of a record that holds no others than its type says: one made here, or parsed. */
export function keysOf<Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>): Key[] {
  return Object.keys(record) as Key[];
}

/** Keys and values of such a record. */
export function entriesOf<Key extends string, Value>(
  record: Readonly<Partial<Record<Key, Value>>>,
): (readonly [Key, Value])[] {
  return Object.entries(record) as [Key, Value][];
}

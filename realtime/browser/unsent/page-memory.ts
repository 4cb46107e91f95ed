/** Where a browser keeps text for as long as a tab lives: its `sessionStorage`, or what a test makes. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * A tab's storage; what it does not take, because it is full or because the browser forbids it, stays in the page for as long as that is
 * open. A reload loses it, the loss of a right does not.
 */
export function pageMemory(storage: TabStorage | null): TabStorage {
  const memory = new Map<string, string>();
  const inStorage = <Value>(work: (storage: TabStorage) => Value): Value | undefined => {
    try {
      return storage ? work(storage) : undefined;
    } catch {
      return undefined;
    }
  };
  const keys = (): string[] => {
    const stored = inStorage((kept) => Array.from({ length: kept.length }, (_, at) => kept.key(at))) ?? [];
    return [...stored.filter((key): key is string => key !== null && !memory.has(key)), ...memory.keys()];
  };
  return {
    getItem: (key) => memory.get(key) ?? inStorage((kept) => kept.getItem(key)) ?? null,
    setItem(key, text) {
      memory.delete(key);
      const isKept = inStorage((kept) => {
        kept.setItem(key, text);
        return true;
      });
      if (!isKept) memory.set(key, text);
    },
    removeItem(key) {
      memory.delete(key);
      inStorage((kept) => kept.removeItem(key));
    },
    key: (at) => keys()[at] ?? null,
    get length() {
      return keys().length;
    },
  };
}

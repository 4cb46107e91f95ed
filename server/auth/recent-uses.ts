import { type Allowance, takeOne, type Used } from "~/app/domain/people/allowance";

/**
 * What was used lately of the allowances of sources, kept in memory: a stranger's request must leave nothing that grows. Each server
 * counts for itself. When there are too many keys the oldest is forgotten, which loosens a limit and never tightens somebody else's:
 * what must hold whatever happens (tries of a code, mails to an address) is counted in the database.
 */
export interface RecentUses {
  /** Takes one use of a key, which is a hash. */
  take(key: string, allowance: Allowance, now: Date): { readonly allowed: boolean; readonly left: number };
  /** How many keys are kept. */
  size(): number;
}

/** Some ten megabytes. */
const MOST_KEYS = 50_000;

export function recentUses(mostKeys: number = MOST_KEYS): RecentUses {
  const kept = new Map<string, Used>();
  return {
    take(key, allowance, now) {
      const { used, ...taken } = takeOne(kept.get(key), allowance, now.getTime());
      kept.delete(key);
      kept.set(key, used);
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKeys) break;
        kept.delete(oldest);
      }
      return taken;
    },
    size: () => kept.size,
  };
}

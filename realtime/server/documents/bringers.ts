import type { PersonId } from "~/app/domain/kernel/ids";

/** Who brought letters in, and when. */
export interface Bringer {
  readonly personId: PersonId;
  /** UTC milliseconds. */
  readonly atMs: number;
}

interface Since extends Bringer {
  readonly clock: number;
}

/** What somebody types within this is told to have come at once: an entry for each letter would outgrow the text. */
const AT_ONCE_MS = 1_000;

/** Who brought in each letter of a document. */
export class Bringers {
  readonly #clients = new Map<number, Since[]>();

  /** The letters of a client from this clock on; its clocks come in order. */
  add(client: number, clock: number, { personId, atMs }: Bringer): void {
    const known = this.#clients.get(client);
    const last = known?.at(-1);
    if (last?.personId === personId && atMs - last.atMs < AT_ONCE_MS) return;
    if (known) known.push({ clock, personId, atMs });
    else this.#clients.set(client, [{ clock, personId, atMs }]);
  }

  of({ client, clock }: { readonly client: number; readonly clock: number }): Bringer {
    const known = this.#clients.get(client) ?? [];
    let [low, high] = [0, known.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((known[middle]?.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    const since = known[low];
    if (!since) throw new Error("nobody brought in a letter of the text");
    return { personId: since.personId, atMs: since.atMs };
  }
}

import { fromBase64, toBase64 } from "lib0/buffer";
import { mergeUpdates } from "yjs";
import type { Drawer } from "./drawer";

/**
 * What one Yjs client made and the server has not confirmed, kept in the tab so that it outlives a reload. It is under the number of the
 * client that made it: the server takes new text under that number only, from the same person.
 */
export class UnsentUpdates {
  readonly #drawer: Drawer | null;
  readonly #client: string;
  #made: { readonly edit: number; readonly update: Uint8Array }[] = [];

  constructor(drawer: Drawer | null, client: number) {
    this.#drawer = drawer;
    this.#client = String(client);
  }

  made(edit: number, update: Uint8Array): void {
    if (this.#drawer) this.#made.push({ edit, update });
  }

  /** Every edit up to this one is in the database. */
  confirmed(edit: number): void {
    this.#made = this.#made.filter((one) => one.edit > edit);
    this.keep();
  }

  keep(): void {
    if (this.#made.length === 0) this.#drawer?.remove(this.#client);
    else this.#drawer?.put(this.#client, toBase64(mergeUpdates(this.#made.map(({ update }) => update))));
  }

  forget(): void {
    this.#made = [];
    this.#drawer?.remove(this.#client);
  }
}

export interface KeptUpdate {
  readonly client: number;
  readonly update: Uint8Array;
}

/** What earlier pages of this tab left. */
export function keptUpdates(drawer: Drawer): readonly KeptUpdate[] {
  return drawer.names().flatMap((name) => {
    const text = drawer.read(name);
    const client = Number(name);
    return text && Number.isSafeInteger(client) ? [{ client, update: fromBase64(text) }] : [];
  });
}

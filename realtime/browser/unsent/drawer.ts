import { pageMemory, type TabStorage } from "./page-memory";

const PREFIX = "hemicycle-unsent";

export interface DrawerOf {
  /** The person who typed: nobody else finds it. */
  readonly owner: string;
  /** The document or page that it was typed into. */
  readonly place: string;
}

/** What was typed in this tab and is not yet known to be in the database. A full or forbidden storage harms nothing. */
export class Drawer {
  readonly #storage: TabStorage;
  readonly #prefix: string;

  constructor(
    storage: TabStorage,
    readonly of: DrawerOf,
  ) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}:${of.owner}:${of.place}:`;
  }

  names(): string[] {
    return keysOf(this.#storage, (key) => key.startsWith(this.#prefix)).map((key) => key.slice(this.#prefix.length));
  }

  read(name: string): string | null {
    return attempt(() => this.#storage.getItem(this.#prefix + name)) ?? null;
  }

  put(name: string, text: string): void {
    attempt(() => this.#storage.setItem(this.#prefix + name, text));
  }

  remove(name: string): void {
    attempt(() => this.#storage.removeItem(this.#prefix + name));
  }

  /** The same person's drawer of another place, in the same tab. */
  beside(place: string): Drawer {
    return new Drawer(this.#storage, { owner: this.of.owner, place });
  }

  /** The places of which this person has something in this tab. */
  places(): string[] {
    const prefix = `${PREFIX}:${this.of.owner}:`;
    const keys = keysOf(this.#storage, (key) => key.startsWith(prefix));
    return [...new Set(keys.map((key) => key.slice(prefix.length, key.lastIndexOf(":"))))];
  }
}

/** The drawer of this tab; null on the server and for visitors. */
export function drawerOf(owner: string | undefined, place: string): Drawer | null {
  const storage = tabStorage();
  return owner && storage ? new Drawer(storage, { owner, place }) : null;
}

/** Throws away what others than this person left in the tab: tablets are borrowed. Null: nobody is signed in, nothing stays. */
export function emptyDrawers(owner: string | null, storage: TabStorage | null = tabStorage()): void {
  if (!storage) return;
  const others = (key: string): boolean =>
    key.startsWith(`${PREFIX}:`) && !(owner !== null && key.startsWith(`${PREFIX}:${owner}:`));
  for (const key of keysOf(storage, others)) attempt(() => storage.removeItem(key));
}

function keysOf(storage: TabStorage, wanted: (key: string) => boolean): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  return keys.filter((key): key is string => key !== null && wanted(key));
}

/** Made once a page. */
let ofThisTab: TabStorage | null = null;

function tabStorage(): TabStorage | null {
  if (typeof window === "undefined") return null;
  ofThisTab ??= pageMemory(attempt(() => window.sessionStorage) ?? null);
  return ofThisTab;
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

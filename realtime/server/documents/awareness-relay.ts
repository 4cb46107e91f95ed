import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { documentLimits } from "../../protocol/document-messages";
import { type CaretStates, caretStates } from "./caret-state";

interface Known {
  readonly clock: number;
  /** JSON; "null" when the client has left. */
  readonly state: string;
}

/**
 * Carets and names of those who have the document open. A connection speaks for its own client alone, under the person's real name, and
 * says nothing but where its caret is: an editor that is told of a caret that cannot be shows the text of others no more. (y-websocket
 * sends back what it heard about others: that is skipped, not punished.)
 */
export class AwarenessRelay {
  readonly #known = new Map<number, Known>();
  /** What others have not heard yet; of who has left, their last. */
  readonly #news = new Map<number, Known>();
  readonly #states: CaretStates;

  constructor(fields: readonly string[]) {
    this.#states = caretStates(fields);
  }

  /** Takes what a client says of itself; answers whether there is news in it. */
  receive(update: Uint8Array, client: number, name: string): boolean {
    const entry = findEntry(update, client);
    if (!entry) return false;
    const before = this.#known.get(client);
    if (before && entry.clock < before.clock) return false;
    const state = this.#signed(entry.state, name);
    if (state === null) return false;
    const known = { clock: entry.clock, state };
    this.#known.set(client, known);
    this.#news.set(client, known);
    return true;
  }

  /** Somebody left without saying so; answers whether that is news. */
  leave(client: number): boolean {
    const before = this.#known.get(client);
    this.#known.delete(client);
    if (!before || before.state === "null") return false;
    this.#news.set(client, { clock: before.clock + 1, state: "null" });
    return true;
  }

  /** All that is new, once; null where nothing is. */
  news(): Uint8Array | null {
    const all = [...this.#news];
    this.#news.clear();
    return all.length > 0 ? encode(all) : null;
  }

  /** The state under the person's real name; null when it is none. */
  #signed(text: string, name: string): string | null {
    const state = parsed(text);
    if (state === null) return "null";
    const read = this.#states.safeParse(state);
    if (!read.success) return null;
    const { user, cursor } = read.data;
    return JSON.stringify({ user: { ...user, name }, cursor: cursor ?? null });
  }

  /** Everyone, for somebody who comes in; null when nobody is there. */
  everyone(): Uint8Array | null {
    const present = [...this.#known].filter(([, { state }]) => state !== "null");
    return present.length > 0 ? encode(present) : null;
  }
}

function findEntry(update: Uint8Array, wanted: number): Known | null {
  try {
    const decoder = createDecoder(update);
    for (let left = readVarUint(decoder); left > 0; left--) {
      const client = readVarUint(decoder);
      const clock = readVarUint(decoder);
      const state = readVarString(decoder);
      if (client === wanted) return state.length <= documentLimits.awarenessBytes ? { clock, state } : null;
    }
  } catch {
    // A frame that ends early says nothing.
  }
  return null;
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function encode(entries: readonly (readonly [number, Known])[]): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, entries.length);
  for (const [client, { clock, state }] of entries) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, clock);
    writeVarString(encoder, state);
  }
  return toUint8Array(encoder);
}

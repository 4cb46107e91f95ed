import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { documentLimits } from "../protocol/document-messages";

interface Known {
  readonly clock: number;
  /** JSON; "null" when the client has left. */
  readonly state: string;
}

/**
 * Carets and names of those who have the document open. A connection speaks for its own client alone, and under the person's real
 * name. (y-websocket sends back what it heard about others: that is skipped, not punished.)
 */
export class AwarenessRelay {
  readonly #known = new Map<number, Known>();

  /** The message to pass on, or null when there is nothing of the client in it, or nothing new. */
  receive(update: Uint8Array, client: number, name: string): Uint8Array | null {
    const entry = findEntry(update, client);
    if (!entry) return null;
    const before = this.#known.get(client);
    if (before && entry.clock < before.clock) return null;
    const state = signed(entry.state, name);
    if (state === null) return null;
    this.#known.set(client, { clock: entry.clock, state });
    return encode([[client, { clock: entry.clock, state }]]);
  }

  /** Somebody left without saying so. */
  leave(client: number): Uint8Array | null {
    const before = this.#known.get(client);
    this.#known.delete(client);
    if (!before || before.state === "null") return null;
    return encode([[client, { clock: before.clock + 1, state: "null" }]]);
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

/** The state under the person's real name; null when it is no JSON object. */
function signed(text: string, name: string): string | null {
  try {
    const state: unknown = JSON.parse(text);
    if (state === null) return "null";
    if (typeof state !== "object" || Array.isArray(state)) return null;
    const user = "user" in state && typeof state.user === "object" ? state.user : {};
    return JSON.stringify({ ...state, user: { ...user, name } });
  } catch {
    return null;
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

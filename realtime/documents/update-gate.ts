import { applyUpdate, Doc, encodeStateAsUpdate, getState, mergeUpdates } from "yjs";
import { documentLimits } from "../protocol/document-messages";
import { scanUpdate, type UpdateOutline } from "./scan-update";

export type GateVerdict =
  /** What the update changes, in our own encoding. */
  | { readonly kind: "changes"; readonly update: Uint8Array }
  /** Known already. */
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly reason: "tooLarge" | "malformed" };

const malformed: GateVerdict = { kind: "refused", reason: "malformed" };
const tooLarge: GateVerdict = { kind: "refused", reason: "tooLarge" };

/**
 * Checks updates on a draft of the document: the document as it will be once everything accepted is stored. Yjs can stop in the
 * middle of an update or keep parts of it for later; on the draft that harms nobody, and a spoilt draft is made anew.
 */
export class UpdateGate {
  #draft = new Doc();
  #measuredBytes = 0;
  #grownBytes = 0;
  #changes: Uint8Array[] = [];
  readonly #accepted: () => Uint8Array;

  /** `accepted`: the document with everything accepted so far, stored or about to be. */
  constructor(accepted: () => Uint8Array) {
    this.#accepted = accepted;
    this.#remake();
  }

  /** `mayWriteAs`: whether new text may bear this client's number. */
  check(update: Uint8Array, mayWriteAs: (client: number) => boolean): GateVerdict {
    if (update.length > documentLimits.frameBytes) return tooLarge;
    const outline = scanUpdate(update);
    if (!outline || this.#forges(outline, mayWriteAs)) return malformed;
    const changes = this.#try(update);
    if (changes === null) {
      this.#remake();
      return malformed;
    }
    const [first, ...more] = changes;
    if (!first) return { kind: "nothing" };
    // Yjs tidies formatting marks in a transaction of its own, after the one that brought them.
    const change = more.length > 0 ? mergeUpdates(changes) : first;
    this.#grownBytes += change.length;
    if (this.#overgrown()) {
      this.#remake();
      return tooLarge;
    }
    return { kind: "changes", update: change };
  }

  /** New text under the number of another client would swallow what that client types next. */
  #forges({ clients }: UpdateOutline, mayWriteAs: (client: number) => boolean): boolean {
    return [...clients].some(([client, { to }]) => to > getState(this.#draft.store, client) && !mayWriteAs(client));
  }

  /** Null when Yjs fails on it, or would wait for something that is not there. */
  #try(update: Uint8Array): Uint8Array[] | null {
    this.#changes = [];
    try {
      applyUpdate(this.#draft, update);
    } catch {
      return null;
    }
    const { pendingStructs, pendingDs } = this.#draft.store;
    return pendingStructs || pendingDs ? null : this.#changes;
  }

  #overgrown(): boolean {
    if (this.#measuredBytes + this.#grownBytes <= documentLimits.documentBytes) return false;
    this.#measuredBytes = encodeStateAsUpdate(this.#draft).length;
    this.#grownBytes = 0;
    return this.#measuredBytes > documentLimits.documentBytes;
  }

  #remake(): void {
    const state = this.#accepted();
    this.#draft = new Doc();
    applyUpdate(this.#draft, state);
    this.#draft.on("update", (update: Uint8Array) => this.#changes.push(update));
    this.#measuredBytes = state.length;
    this.#grownBytes = 0;
  }
}

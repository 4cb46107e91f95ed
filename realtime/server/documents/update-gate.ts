import { Doc, encodeStateAsUpdate, getState, type Item, mergeUpdates } from "yjs";
import type { TextShape } from "~/app/domain/drafting/text-shape";
import { documentLimits, workLimits } from "../../protocol/document-messages";
import { admitsItem } from "./admit-item";
import { DocumentSize } from "./document-size";
import { integrateByOwner, integrateUpdate, type OwnerOf, type ScannedUpdate, UpdateRefused } from "./integrate-update";
import { scanUpdate, type UpdateOutline } from "./scan-update";

export type GateVerdict =
  /** What the update changes, in our own encoding, and the steps that its integration took. */
  | { readonly kind: "changes"; readonly update: Uint8Array; readonly steps: number }
  /** Known already. */
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly reason: "tooLarge" | "malformed" };

export interface GateOptions {
  /** What the document can hold. */
  readonly shape: TextShape;
  /** The document as it is accepted now; the gate's own from here on. */
  readonly draft: Doc;
  /** Another document with everything accepted by now, stored or about to be. */
  accepted(): Promise<Doc>;
}

/** A part of a lost text that is there again. */
export interface Restored<Owner> {
  readonly owner: Owner | null;
  readonly update: Uint8Array;
}

export interface Sender {
  /** Whether new text may bear this client's number. */
  mayWriteAs(client: number): boolean;
  /** How many more steps the sender's updates may cost. */
  readonly stepsLeft: number;
}

const refused = (reason: "tooLarge" | "malformed"): GateVerdict => ({ kind: "refused", reason });

/** A document with these fields, and nothing in them. */
export function emptyDocument(fields: readonly string[]): Doc {
  const doc = new Doc();
  for (const field of fields) doc.getXmlFragment(field);
  return doc;
}

/** A gate before a document of this state, read at once. */
export function gateBefore(state: Uint8Array, shape: TextShape): UpdateGate {
  const read = (): Doc => {
    const doc = emptyDocument(shape.fields);
    integrateUpdate(doc, scanned(state), { steps: Number.POSITIVE_INFINITY });
    return doc;
  };
  return new UpdateGate({ shape, draft: read(), accepted: async () => read() });
}

/** Our own encoding, with its outline. */
export function scanned(update: Uint8Array): ScannedUpdate {
  const outline = scanUpdate(update);
  if (!outline) throw new Error("what was accepted is no update");
  return { update, outline };
}

/** Somebody's update, scanned once for all that is asked of it; why it is refused, where it is none or too long to be looked at. */
export function readUpdate(update: Uint8Array): ScannedUpdate | "tooLarge" | "malformed" {
  if (update.length > documentLimits.frameBytes) return "tooLarge";
  const outline = scanUpdate(update);
  return outline ? { update, outline } : "malformed";
}

/** Whether an update is little enough to be integrated at once, whatever it says. */
export function isSmall({ outline }: Pick<ScannedUpdate, "outline">): boolean {
  return outline.structs <= workLimits.smallStructs && outline.ranges <= workLimits.smallRanges;
}

const isTooMuch = ({ structs, ranges }: UpdateOutline): boolean =>
  structs > workLimits.updateStructs || ranges > workLimits.documentItems;

/**
 * Checks updates on a draft of the document: the document as it will be once everything accepted is stored. An update is looked at item
 * by item, against what the document can hold and with its work counted; on the draft half an update harms nobody, and a spoilt
 * draft is made anew: until then nothing is checked (`remaking`).
 */
export class UpdateGate {
  #draft: Doc;
  #size: DocumentSize;
  #measuredBytes = 0;
  #grownBytes = 0;
  #changes: Uint8Array[] = [];
  #remaking: Promise<void> | null = null;

  constructor(private readonly options: GateOptions) {
    this.#draft = options.draft;
    this.#size = new DocumentSize(this.#draft);
    this.#listen();
  }

  /** Ends when updates can be checked again; null when they can be now. */
  get remaking(): Promise<void> | null {
    return this.#remaking;
  }

  /** The document with everything accepted so far; null while it is made anew. */
  get draft(): Doc | null {
    return this.#remaking ? null : this.#draft;
  }

  /** What is accepted so far. */
  state(): Uint8Array {
    return encodeStateAsUpdate(this.#draft);
  }

  check(update: Uint8Array, sender: Sender): GateVerdict {
    const read = readUpdate(update);
    return typeof read === "string" ? refused(read) : this.checkRead(read, sender);
  }

  /** The same of an update that was scanned already. */
  checkRead({ update, outline }: ScannedUpdate, sender: Sender): GateVerdict {
    if (this.#remaking) throw new Error("the draft is not ready");
    if (this.#forges(outline, sender)) return refused("malformed");
    if (isTooMuch(outline) || this.#hasTooManyClients(outline)) return refused("tooLarge");
    const steps = this.#try(update, outline, sender.stepsLeft);
    if (typeof steps === "string") {
      this.#spoilt();
      return refused(steps);
    }
    const [first, ...more] = this.#changes;
    if (!first) return { kind: "nothing" };
    const change = more.length > 0 ? mergeUpdates(this.#changes) : first;
    this.#grownBytes += change.length;
    if (this.#overgrown()) {
      this.#spoilt();
      return refused("tooLarge");
    }
    return { kind: "changes", update: change, steps };
  }

  /**
   * Takes back what was accepted once and lost since: who wrote it, and what it looks like, was looked at then. Answers what it changes, in
   * order, in parts of one owner each (null: what it deletes); none where it is known, or does not go into the document any more.
   */
  restore<Owner>(told: ScannedUpdate, ownerOf: OwnerOf<Owner>): readonly Restored<Owner>[] {
    if (this.#remaking) throw new Error("the draft is not ready");
    if (this.#knows(told.outline)) return [];
    const parts: { owner: Owner | null; changes: Uint8Array[] }[] = [];
    const begins = (owner: Owner | null): void => {
      this.#changes = [];
      parts.push({ owner, changes: this.#changes });
    };
    this.#size.begin();
    const count = (item: Item): void => this.#count(this.#size.takes(item));
    const cut = (item: Item): void => this.#count(this.#size.takesCut(item));
    try {
      const limits = { steps: workLimits.personSteps, placed: count, cut };
      integrateByOwner(this.#draft, told, { limits, ownerOf, begins });
    } catch {
      // Something before it is missing, or there is no room: it can be told again, after what it builds on.
      this.#spoilt();
      return [];
    }
    const restored = parts
      .filter(({ changes }) => changes.length > 0)
      .map(({ owner, changes }) => ({ owner, update: mergeUpdates(changes) }));
    this.#grownBytes += restored.reduce((sum, { update }) => sum + update.length, 0);
    if (!this.#overgrown()) return restored;
    this.#spoilt();
    return [];
  }

  /** What is known already costs no more than to read where it ends. */
  #knows({ clients, ranges }: UpdateOutline): boolean {
    return ranges === 0 && [...clients].every(([client, { to }]) => to <= getState(this.#draft.store, client));
  }

  /** New text under the number of another client would swallow what that client types next. */
  #forges({ clients }: UpdateOutline, { mayWriteAs }: Sender): boolean {
    return [...clients].some(([client, { to }]) => to > getState(this.#draft.store, client) && !mayWriteAs(client));
  }

  #hasTooManyClients({ clients }: UpdateOutline): boolean {
    const known = this.#draft.store.clients;
    return known.size >= workLimits.documentClients && [...clients.keys()].some((client) => !known.has(client));
  }

  /** The steps it took, or why it is refused. */
  #try(update: Uint8Array, outline: UpdateOutline, stepsLeft: number): number | "tooLarge" | "malformed" {
    this.#changes = [];
    this.#size.begin();
    const steps = Math.min(stepsLeft, workLimits.updateSteps);
    try {
      return integrateUpdate(
        this.#draft,
        { update, outline },
        { steps, admit: (item) => this.#admit(item), cut: (item) => this.#count(this.#size.takesCut(item)) },
      );
    } catch (error) {
      // Yjs itself throws on what no Yjs has written.
      return error instanceof UpdateRefused ? error.reason : "malformed";
    }
  }

  #admit(item: Item): void {
    if (!admitsItem(this.#draft, this.options.shape, item)) throw new UpdateRefused("malformed");
    this.#count(this.#size.takes(item));
  }

  #count(hasRoom: boolean): void {
    if (!hasRoom) throw new UpdateRefused("tooLarge");
  }

  #overgrown(): boolean {
    if (this.#measuredBytes + this.#grownBytes <= documentLimits.documentBytes) return false;
    this.#measure();
    return this.#measuredBytes > documentLimits.documentBytes;
  }

  #measure(): void {
    this.#measuredBytes = this.state().length;
    this.#grownBytes = 0;
  }

  #spoilt(): void {
    const remaking = this.#remake().then(() => {
      this.#remaking = null;
    });
    // Whoever waits for it hears of it.
    remaking.catch(() => {});
    this.#remaking = remaking;
  }

  async #remake(): Promise<void> {
    this.#draft = await this.options.accepted();
    this.#size = new DocumentSize(this.#draft);
    this.#measure();
    this.#listen();
  }

  #listen(): void {
    this.#draft.on("update", (update: Uint8Array) => this.#changes.push(update));
  }
}

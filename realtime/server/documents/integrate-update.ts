import { createDecoder, readVarUint } from "lib0/decoding";
import {
  applyUpdate,
  createID,
  type Doc,
  decodeUpdate,
  findIndexSS,
  GC,
  getItemCleanEnd,
  getState,
  Item,
  type Skip,
  type Transaction,
  transact,
} from "yjs";
import { conflictSteps } from "./conflict-steps";
import type { UpdateOutline } from "./scan-update";

export interface IntegrationLimits {
  /** How many items may be walked over to place those of the update. */
  readonly steps: number;
  /** Asked of each new item once its parent is known, before it is in the document. Throws what refuses it. */
  admit?(item: Item): void;
  /** Asked of each new item likewise, where its shape was looked at before. */
  placed?(item: Item): void;
  /** Asked of each item that a deletion will cut in two. Throws what refuses it. */
  cut?(item: Item): void;
}

/** The document is not as it was: it must be thrown away. */
export class UpdateRefused extends Error {
  constructor(readonly reason: "malformed" | "tooLarge") {
    super(reason);
  }
}

export interface ScannedUpdate {
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
}

/**
 * Puts an update into a document as `applyUpdate` does, item by item, with the search for each place counted before it is made.
 * Answers the steps it took. Throws `UpdateRefused` for what goes beyond the limits, or builds on what is not there. Unlike
 * `applyUpdate` it never tidies formatting marks, which costs the square of a gap: browsers do that in their own documents.
 */
export function integrateUpdate(doc: Doc, { update, outline }: ScannedUpdate, limits: IntegrationLimits): number {
  return transact(doc, (transaction) => {
    const integration = new Integration(decodeUpdate(update).structs, limits);
    while (integration.place(transaction, Number.POSITIVE_INFINITY));
    if (outline.ranges > 0) deleteRanges(transaction, update.subarray(outline.deletesAt), limits);
    return integration.steps;
  });
}

/** What one owner made of an update: asked for each client. */
export type OwnerOf<Owner> = (client: number) => Owner;

/**
 * Puts an update into a document in parts of one owner each, in the order of Yjs; each is a transaction of its own, told before it begins. The
 * deletions come last, and are nobody's. Otherwise as `integrateUpdate`.
 */
export function integrateByOwner<Owner>(
  doc: Doc,
  { update, outline }: ScannedUpdate,
  {
    limits,
    ownerOf,
    begins,
  }: { limits: IntegrationLimits; ownerOf: OwnerOf<Owner>; begins(owner: Owner | null): void },
): number {
  const integration = new Integration(decodeUpdate(update).structs, limits);
  for (let next = integration.next(); next !== null; next = integration.next()) {
    const owner = ownerOf(next);
    begins(owner);
    transact(doc, (transaction) => {
      for (let at: number | null = next; at !== null && ownerOf(at) === owner; at = integration.next()) {
        integration.place(transaction, 1);
      }
    });
  }
  begins(null);
  if (outline.ranges > 0) {
    transact(doc, (transaction) => deleteRanges(transaction, update.subarray(outline.deletesAt), limits));
  }
  return integration.steps;
}

/** Structs placed between two turns of the loop: some milliseconds. */
const SLICE = 1_000;

/** Reads a whole document of our own encoding into an empty one, in slices: the server goes on answering others. */
export async function readInSlices(doc: Doc, { update, outline }: ScannedUpdate): Promise<void> {
  const limits = { steps: Number.POSITIVE_INFINITY };
  const integration = new Integration(decodeUpdate(update).structs, limits);
  while (transact(doc, (transaction) => integration.place(transaction, SLICE))) {
    await new Promise((soon) => setImmediate(soon));
  }
  if (outline.ranges > 0) {
    transact(doc, (transaction) => deleteRanges(transaction, update.subarray(outline.deletesAt), limits));
  }
}

function deleteRanges(transaction: Transaction, ranges: Uint8Array, { cut }: IntegrationLimits): void {
  const { doc } = transaction;
  if (cut) for (const item of itemsCut(doc, ranges)) cut(item);
  const bytes = new Uint8Array(ranges.length + 1);
  bytes.set(ranges, 1);
  applyUpdate(doc, bytes);
  // `applyUpdate` says that the change came from afar; then Yjs would tidy.
  transaction.local = true;
  if (doc.store.pendingDs) throw new UpdateRefused("malformed");
}

/** One letter of each two deleted makes two items of each. */
function* itemsCut(doc: Doc, ranges: Uint8Array): Iterable<Item> {
  const decoder = createDecoder(ranges);
  for (let clients = readVarUint(decoder); clients > 0; clients--) {
    const client = readVarUint(decoder);
    const structs = doc.store.clients.get(client) ?? [];
    const state = getState(doc.store, client);
    for (let left = readVarUint(decoder); left > 0; left--) {
      const from = readVarUint(decoder);
      const end = from + readVarUint(decoder);
      if (end > state) throw new UpdateRefused("malformed");
      for (const clock of end < state ? [from, end] : [from]) {
        const struct = structs[findIndexSS(structs, clock)];
        if (struct instanceof Item && !struct.deleted && struct.id.clock < clock) yield struct;
      }
    }
  }
}

type Struct = Item | GC | Skip;

interface Queue {
  readonly structs: Struct[];
  at: number;
}

/** Places structs in the order of Yjs: the highest client first, and whatever a struct builds on before it. */
class Integration {
  steps = 0;
  readonly #queues = new Map<number, Queue>();
  /** The clients whose structs are not all placed, the lowest first. */
  readonly #clients: number[];
  /** What is being placed, each because the one before builds on it. */
  readonly #stack: Queue[] = [];

  constructor(
    structs: readonly Struct[],
    private readonly limits: IntegrationLimits,
  ) {
    for (const struct of structs) {
      const queue = this.#queues.get(struct.id.client);
      if (queue) queue.structs.push(struct);
      else this.#queues.set(struct.id.client, { structs: [struct], at: 0 });
    }
    this.#clients = [...this.#queues.keys()].sort((one, other) => one - other);
  }

  /** Places this many at most; false when all are placed. */
  place(transaction: Transaction, most: number): boolean {
    for (let left = most; left > 0; left--) {
      const queue = this.#top();
      if (!queue) return false;
      const struct = queue.structs[queue.at];
      if (!struct) {
        this.#stack.pop();
        continue;
      }
      const missing = this.#put(struct, transaction);
      if (missing !== null) this.#first(missing);
      else {
        queue.at += 1;
        if (this.#stack.length > 1) this.#stack.pop();
      }
    }
    return true;
  }

  /** The client of the struct that is tried next; null when all are placed. */
  next(): number | null {
    for (let queue = this.#top(); queue; queue = this.#top()) {
      const struct = queue.structs[queue.at];
      if (struct) return struct.id.client;
      this.#stack.pop();
    }
    return null;
  }

  #top(): Queue | undefined {
    if (this.#stack.length === 0) {
      const queue = this.#queues.get(this.#clients.pop() ?? -1);
      if (queue) this.#stack.push(queue);
    }
    return this.#stack.at(-1);
  }

  #first(client: number): void {
    const queue = this.#queues.get(client);
    if (!queue || queue.at >= queue.structs.length || this.#stack.includes(queue)) throw new UpdateRefused("malformed");
    this.#stack.push(queue);
  }

  /** Answers the client whose items must come first, or null once the struct is in the document. */
  #put(struct: Struct, transaction: Transaction): number | null {
    const { doc } = transaction;
    const { client, clock } = struct.id;
    const offset = getState(doc.store, client) - clock;
    if (offset < 0) throw new UpdateRefused("malformed");
    if (offset >= struct.length) return null;
    if (struct instanceof GC) struct.integrate(transaction, offset);
    else if (struct instanceof Item) return this.#putItem(struct, offset, transaction);
    else throw new UpdateRefused("malformed");
    return null;
  }

  #putItem(item: Item, offset: number, transaction: Transaction): number | null {
    const { doc } = transaction;
    // What is decoded alone knows a fragment by its name only.
    const parent: unknown = item.parent;
    if (typeof parent === "string") {
      if (this.limits.admit && !doc.share.has(parent)) throw new UpdateRefused("malformed");
      item.parent = doc.get(parent);
    }
    const missing = item.getMissing(transaction, doc.store);
    if (missing !== null) return missing;
    this.limits.admit?.(item);
    this.limits.placed?.(item);
    this.#count(item, offset, transaction);
    item.integrate(transaction, offset);
    return null;
  }

  #count(item: Item, offset: number, transaction: Transaction): void {
    const { store } = transaction.doc;
    const left =
      offset > 0
        ? getItemCleanEnd(transaction, store, createID(item.id.client, item.id.clock + offset - 1))
        : item.left;
    const placement = left instanceof Item ? { left, origin: offset > 0 ? left.lastId : item.origin } : null;
    const walk = conflictSteps(
      { item, store, left: placement?.left ?? null, origin: placement?.origin ?? null },
      this.limits.steps - this.steps,
    );
    if (!walk) throw new UpdateRefused("tooLarge");
    if (this.limits.admit && !walk.isSound) throw new UpdateRefused("malformed");
    this.steps += walk.steps;
  }
}

import { type Doc, decodeStateVector, diffUpdate, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { DocumentText } from "~/server/documents/live-documents";
import { integrateUpdate, readInSlices, type ScannedUpdate } from "./integrate-update";
import { emptyDocument, scanned } from "./update-gate";

/** What keeping one update takes besides its bytes, about. */
const UPDATE_BYTES = 150;
/**
 * Writing the text anew costs as much as it is long: so once for twice its bytes in updates, of a short text once for some hundred letters. Of the
 * longest for fewer, since whoever needs the text meanwhile waits until they are read.
 */
const LEAST_SINCE_BYTES = 64 * 1024;
const MOST_SINCE_BYTES = 1024 * 1024;
/** Where something is always under way, and the draft never says what is stored: beyond as many times that, the bytes are read. */
const OVERDUE = 4;
/** Structs, ranges and steps between two turns of the loop: some milliseconds. */
const SLICE = 2_000;
/** What a transaction costs by itself, in the same measure. */
const PER_UPDATE = 3;

export interface StoredTextOptions {
  readonly fields: readonly string[];
  /** Of the last update that is stored. */
  readonly sequence: number;
  /** The document with everything accepted, stored or under way; null while it is made anew. At first all of it is stored. */
  draft(): Doc | null;
}

/**
 * An open text as it is stored, without a document of its own. While nothing is under way the draft says it; what is stored lies as bytes beside
 * it, to be read whenever the draft says more or is spoilt: the whole text as it was at some moment, and the updates stored since. Words that
 * are deleted by now are in those, so that they are read into a document before anything is told: it forgets them.
 */
export class StoredText {
  #base: Uint8Array = new Uint8Array();
  #since: Uint8Array[] = [];
  #sinceBytes = 0;
  /** Accepted and being stored, oldest first; what could not be stored stays here. */
  readonly #underWay: Uint8Array[] = [];
  /** Where each client's stored text ends. */
  readonly #ends: Map<number, number>;
  #sequence: number;
  #joining: Promise<void> | null = null;

  constructor(
    private readonly options: StoredTextOptions,
    private readonly leastSinceBytes: number = LEAST_SINCE_BYTES,
  ) {
    const draft = options.draft();
    if (!draft) throw new Error("a text is opened with its document");
    this.#sequence = options.sequence;
    this.#ends = decodeStateVector(encodeStateVector(draft));
    this.#rebase(draft);
  }

  /** Of the last update that is stored. */
  get sequence(): number {
    return this.#sequence;
  }

  /** The state vector of what is stored. */
  get vector(): Uint8Array {
    return encodeStateVector(this.#ends);
  }

  /** An update is accepted: the draft has it. */
  takes(update: Uint8Array): void {
    this.#underWay.push(update);
  }

  /** It is stored. */
  stored({ update, outline }: ScannedUpdate, sequence: number): void {
    this.#underWay.splice(this.#underWay.indexOf(update), 1);
    this.#since.push(update);
    this.#sinceBytes += update.length + UPDATE_BYTES;
    for (const [client, { to }] of outline.clients) this.#ends.set(client, Math.max(to, this.#ends.get(client) ?? 0));
    this.#sequence = sequence;
    this.#joinSometimes();
  }

  /**
   * Ends when `state` can be asked; null when it can be now. To be asked again then: what is stored meanwhile may have to be read too.
   */
  get preparing(): Promise<void> | null {
    if (this.#whole || this.#since.length === 0) return null;
    this.#joining ??= this.#join().finally(() => {
      this.#joining = null;
    });
    return this.#joining;
  }

  /** What is stored, or as much of it as is not in `vector`. */
  state(vector?: Uint8Array): Uint8Array {
    const draft = this.#whole;
    if (draft) return encodeStateAsUpdate(draft, vector);
    if (this.#since.length > 0) throw new Error("the text is not read yet");
    return vector ? diffUpdate(this.#base, vector) : this.#base;
  }

  /** What is stored, at one moment. */
  async read(): Promise<DocumentText> {
    while (this.preparing) await this.preparing;
    return { state: this.state(), sequence: this.#sequence };
  }

  /** A document with everything accepted by now. */
  accepted(): Promise<Doc> {
    return this.#made([...this.#since, ...this.#underWay]);
  }

  /** The draft, where it holds nothing but what is stored. */
  get #whole(): Doc | null {
    return this.#underWay.length === 0 ? this.options.draft() : null;
  }

  #joinSometimes(): void {
    const due = Math.min(Math.max(this.leastSinceBytes, 2 * this.#base.length), MOST_SINCE_BYTES);
    if (this.#sinceBytes < due) return;
    const draft = this.#whole;
    if (draft) this.#rebase(draft);
    else if (this.#sinceBytes >= OVERDUE * due) this.preparing?.catch(() => {});
  }

  async #join(): Promise<void> {
    const since = this.#since;
    const first = [...since];
    const doc = await this.#made(first);
    // Meanwhile there may have been a moment in which the draft said it all.
    if (this.#since !== since) return;
    for (const update of since.slice(first.length)) place(doc, update);
    this.#rebase(doc);
  }

  #rebase(doc: Doc): void {
    this.#base = encodeStateAsUpdate(doc);
    this.#since = [];
    this.#sinceBytes = 0;
  }

  async #made(updates: readonly Uint8Array[]): Promise<Doc> {
    const doc = emptyDocument(this.options.fields);
    await readInSlices(doc, scanned(this.#base));
    let slice = 0;
    for (const update of updates) {
      slice += place(doc, update);
      if (slice <= SLICE) continue;
      slice = 0;
      await new Promise((soon) => setImmediate(soon));
    }
    return doc;
  }
}

/** Answers what it cost. */
function place(doc: Doc, update: Uint8Array): number {
  const read = scanned(update);
  const steps = integrateUpdate(doc, read, { steps: Number.POSITIVE_INFINITY });
  return PER_UPDATE + read.outline.structs + read.outline.ranges + steps;
}

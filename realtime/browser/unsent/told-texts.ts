import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { type Doc, decodeStateVector, decodeUpdate, getState } from "yjs";
import { documentLimits, documentMessage } from "../../protocol/document-messages";

/** A text as the server told it, and what proves it. */
interface ToldText {
  readonly update: Uint8Array;
  readonly proof: Uint8Array;
}

/** What is told again goes in frames of about this size: a server reads each at once. */
const FRAME_BYTES = 32 * 1024;
/** This much beyond the last whole, another is asked for, which takes the place of everything before it. */
const MOST_BYTES = 512 * 1024;

/**
 * What a page was told of a shared text, in the order in which it was told, with the proofs. A server that has lost the end of its log (a power
 * cut, an older backup) is told it again: of others' words a page can prove nothing else, and of its own words others' may be the ground.
 */
export class ToldTexts {
  #told: ToldText[] = [];
  #bytes = 0;
  /** Of the last whole, which is not to be asked for again for its size alone. */
  #wholeBytes = 0;
  /** How far each client's text is told. */
  readonly #clocks = new Map<number, number>();

  constructor(private readonly mostBytes: number = MOST_BYTES) {}

  /** Answers whether it was the whole: then nothing of before is kept beside it. */
  hear(text: ToldText): boolean {
    const { structs } = decodeUpdate(text.update);
    const begins = new Set<number>();
    const ends = new Map<number, number>();
    for (const { id, length } of structs) {
      if (id.clock === 0) begins.add(id.client);
      ends.set(id.client, id.clock + length);
    }
    const isWhole = [...this.#clocks].every(
      ([client, clock]) => begins.has(client) && (ends.get(client) ?? 0) >= clock,
    );
    if (isWhole) {
      this.#told = [];
      this.#bytes = 0;
      this.#wholeBytes = text.update.length;
    }
    for (const [client, end] of ends) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0));
    this.#told.push(text);
    this.#bytes += text.update.length;
    return isWhole;
  }

  /** Whether something of the text was never told: what its own page wrote. */
  isUntold({ store }: Doc): boolean {
    return [...store.clients.keys()].some((client) => getState(store, client) > (this.#clocks.get(client) ?? 0));
  }

  /** Whether it takes so much room that it would be better to be told the whole once more. */
  get isLarge(): boolean {
    return this.#bytes > this.#wholeBytes + this.mostBytes;
  }

  /** What it takes, proofs apart. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The frames that tell a server again what it says it has not; none where it has lost nothing. */
  reminders(has: Uint8Array): readonly Uint8Array<ArrayBuffer>[] {
    const known = decodeStateVector(has);
    const isBehind = (clocks: Iterable<readonly [number, number]>): boolean =>
      [...clocks].some(([client, clock]) => clock > (known.get(client) ?? 0));
    if (!isBehind(this.#clocks)) return [];
    const lost = this.#told.filter(({ update }) => {
      // What no frame holds would end the connection that could heal the rest.
      if (update.length > documentLimits.frameBytes / 2) return false;
      const { structs, ds } = decodeUpdate(update);
      return ds.clients.size > 0 || isBehind(structs.map(({ id, length }) => [id.client, id.clock + length]));
    });
    return inFrames(lost).map(frameOf);
  }
}

function inFrames(lost: readonly ToldText[]): readonly (readonly ToldText[])[] {
  const frames: ToldText[][] = [];
  let room = 0;
  for (const text of lost) {
    room -= text.update.length;
    if (room < 0 || frames.at(-1)?.length === documentLimits.toldTexts) {
      frames.push([]);
      room = FRAME_BYTES - text.update.length;
    }
    frames.at(-1)?.push(text);
  }
  return frames;
}

function frameOf(texts: readonly ToldText[]): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, documentMessage.reminder);
  writeVarUint(encoder, texts.length);
  for (const { update, proof } of texts) {
    writeVarUint8Array(encoder, update);
    writeVarUint8Array(encoder, proof);
  }
  return toUint8Array(encoder);
}

/** Asks a server for the whole text: this page has nothing. */
export function askForWhole(): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, documentMessage.sync);
  writeVarUint(encoder, 0);
  writeVarUint8Array(encoder, new Uint8Array([0]));
  return toUint8Array(encoder);
}

import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import type { TakenOut } from "~/app/domain/deliberation/taken-out";
import type { PersonId } from "~/app/domain/kernel/ids";
import { documentLimits, documentMessage } from "../../protocol/document-messages";

/** What a browser may send. */
export type DocumentFrame =
  /** "This is what I have": answered with what is missing. */
  | { readonly kind: "have"; readonly stateVector: Uint8Array }
  /** Everything the server lacks; the answer to its own "have". */
  | { readonly kind: "catch-up"; readonly update: Uint8Array }
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "awareness"; readonly update: Uint8Array }
  | { readonly kind: "query-awareness" }
  | { readonly kind: "barrier"; readonly token: number }
  | { readonly kind: "reminder"; readonly told: readonly Told[] };

/** A text as it was told, and the proof that it was. */
export interface Told {
  readonly update: Uint8Array;
  readonly proof: Uint8Array;
}

/** Null for anything else, or a frame that ends early. */
export function readFrame(bytes: Uint8Array): DocumentFrame | null {
  try {
    const decoder = createDecoder(bytes);
    switch (readVarUint(decoder)) {
      case documentMessage.sync:
        return readSync(decoder);
      case documentMessage.awareness:
        return { kind: "awareness", update: readVarUint8Array(decoder) };
      case documentMessage.queryAwareness:
        return { kind: "query-awareness" };
      case documentMessage.barrier:
        return { kind: "barrier", token: readVarUint(decoder) };
      case documentMessage.reminder:
        return readTold(decoder);
      default:
        return null;
    }
  } catch {
    return null;
  }
}

/** Null for more than a frame may tell. Its count is no more than a claim: what is not there ends it. */
function readTold(decoder: Decoder): DocumentFrame | null {
  const count = readVarUint(decoder);
  if (count > documentLimits.toldTexts) return null;
  const told: Told[] = [];
  while (told.length < count) {
    const update = readVarUint8Array(decoder);
    told.push({ update, proof: readVarUint8Array(decoder) });
  }
  return { kind: "reminder", told };
}

function readSync(decoder: Decoder): DocumentFrame | null {
  switch (readVarUint(decoder)) {
    case messageYjsSyncStep1:
      return { kind: "have", stateVector: readVarUint8Array(decoder) };
    case messageYjsSyncStep2:
      return { kind: "catch-up", update: readVarUint8Array(decoder) };
    case messageYjsUpdate:
      return { kind: "update", update: readVarUint8Array(decoder) };
    default:
      return null;
  }
}

function frame(type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  frame(documentMessage.sync, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, bytes);
  });

export const haveFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(messageYjsSyncStep1, stateVector);
export const catchUpFrame = (update: Uint8Array): Uint8Array => syncFrame(messageYjsSyncStep2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(messageYjsUpdate, update);
export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  frame(documentMessage.awareness, (encoder) => writeVarUint8Array(encoder, update));
export const barrierFrame = (token: number): Uint8Array =>
  frame(documentMessage.barrier, (encoder) => writeVarUint(encoder, token));
export const witnessFrame = (proof: Uint8Array): Uint8Array =>
  frame(documentMessage.witness, (encoder) => writeVarUint8Array(encoder, proof));
/** The larger parts that were taken out, oldest first: each with its number, who and when, its first lines, and how it came back. */
export const takenOutFrame = (removals: readonly TakenOut[], nameOf: (personId: PersonId) => string): Uint8Array =>
  frame(documentMessage.takenOut, (encoder) => {
    writeVarUint(encoder, removals.length);
    for (const { removalId, personId, atMs, lines, back } of removals) {
      writeVarUint(encoder, removalId);
      writeVarString(encoder, nameOf(personId));
      writeVarUint(encoder, atMs);
      writeVarUint(encoder, lines.length);
      writeVarString(encoder, lines.join("\n").slice(0, documentLimits.takenOutLetters));
      writeVarUint(encoder, back ? back.atMs : 0);
      writeVarString(encoder, back ? nameOf(back.personId) : "");
    }
  });
/** `reason`: the refusal's code when one may only read, else null. */
export const rightsFrame = (reason: string | null): Uint8Array =>
  frame(documentMessage.rights, (encoder) => {
    writeVarUint(encoder, reason === null ? 1 : 0);
    writeVarString(encoder, reason ?? "");
  });

/** An awareness message about nobody: keeps a browser from taking silence for a lost connection (y-websocket waits 30 s). */
export const pulseFrame: Uint8Array = awarenessFrame(new Uint8Array([0]));

import { type Decoder, readVarString, readVarUint } from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import { documentMessage } from "../../protocol/document-messages";

/** A larger part of a text that somebody took out, as its readers are told of it. */
export interface TakenOutPart {
  readonly removalId: number;
  /** Who took it out. */
  readonly name: string;
  /** Instants are UTC milliseconds. */
  readonly atMs: number;
  readonly lines: number;
  /** The beginning of its words. */
  readonly words: string;
  /** Since it stands in the text again. */
  readonly back: { readonly name: string; readonly atMs: number } | null;
}

/** Hears what was taken out of the text, and what is back: the whole list each time, oldest first. */
export function listenToTakenOut(
  { messageHandlers }: WebsocketProvider,
  heard: (parts: readonly TakenOutPart[]) => void,
): void {
  messageHandlers[documentMessage.takenOut] = (_, decoder: Decoder) => {
    const parts: TakenOutPart[] = [];
    for (let left = readVarUint(decoder); left > 0; left -= 1) parts.push(readPart(decoder));
    heard(parts);
  };
}

function readPart(decoder: Decoder): TakenOutPart {
  const removalId = readVarUint(decoder);
  const name = readVarString(decoder);
  const atMs = readVarUint(decoder);
  const lines = readVarUint(decoder);
  const words = readVarString(decoder);
  const backAtMs = readVarUint(decoder);
  const backBy = readVarString(decoder);
  return { removalId, name, atMs, lines, words, back: backAtMs > 0 ? { name: backBy, atMs: backAtMs } : null };
}

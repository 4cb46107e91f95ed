import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import type { WebsocketProvider } from "y-websocket";
import { documentMessage } from "../../protocol/document-messages";
import type { ToldTexts } from "./told-texts";

/** Keeps what a connection tells, with its proofs; and when the server says what it has, tells it again what it has lost. `heard`: something was told. */
export function listenToTold(provider: WebsocketProvider, told: ToldTexts, heard: (isWhole: boolean) => void): void {
  const { messageHandlers } = provider;
  const usual = messageHandlers[documentMessage.sync];
  let last: Uint8Array | null = null;
  messageHandlers[documentMessage.sync] = (...given) => {
    const { step, bytes } = peek(given[1]);
    if (step !== messageYjsSyncStep1) last = bytes;
    // Before y-websocket answers with what the page has written: it may build on what is told again.
    else for (const frame of told.reminders(bytes)) provider.ws?.send(frame);
    usual?.(...given);
  };
  messageHandlers[documentMessage.witness] = (_, decoder: Decoder) => {
    const proof = readVarUint8Array(decoder);
    const update = last;
    last = null;
    if (update) heard(told.hear({ update, proof }));
  };
}

/** Reads a frame of y-protocols' without moving on in it. */
function peek({ arr, pos }: Decoder): { readonly step: number; readonly bytes: Uint8Array } {
  const decoder = createDecoder(arr);
  decoder.pos = pos;
  return { step: readVarUint(decoder), bytes: readVarUint8Array(decoder) };
}

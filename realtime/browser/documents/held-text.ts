import { createDecoder, type Decoder, readVarUint } from "lib0/decoding";
import { createEncoder } from "lib0/encoding";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import type { WebsocketProvider } from "y-websocket";
import { documentMessage } from "../../protocol/document-messages";

/**
 * What others write, kept waiting while an editor may not be touched: shown into a word that an input method is composing, it would end
 * that word in the middle. What is written here goes out meanwhile; for the text, the others' words are only a little late.
 */
export class HeldText {
  readonly #holders = new Set<object>();
  #waiting: (() => void)[] = [];

  constructor({ messageHandlers }: WebsocketProvider) {
    const usual = messageHandlers[documentMessage.sync];
    messageHandlers[documentMessage.sync] = (...given) => {
      const [, decoder, ...rest] = given;
      // A question about the text is answered at once, and changes nothing here.
      if (this.#holders.size === 0 || stepOf(decoder) === messageYjsSyncStep1) usual?.(...given);
      else this.#waiting.push(() => usual?.(createEncoder(), decoder, ...rest));
    };
  }

  /** Keeps the others' words waiting until what is answered is called, once or more often. */
  hold(): () => void {
    const holder = {};
    this.#holders.add(holder);
    return () => {
      if (this.#holders.delete(holder) && this.#holders.size === 0) this.#show();
    };
  }

  #show(): void {
    const frames = this.#waiting;
    this.#waiting = [];
    for (const frame of frames) frame();
  }
}

/** Reads which step of y-protocols' a frame is, without moving on in it. */
function stepOf({ arr, pos }: Decoder): number {
  const decoder = createDecoder(arr);
  decoder.pos = pos;
  return readVarUint(decoder);
}

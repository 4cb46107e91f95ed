import { type Decoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import { Doc } from "yjs";
import { documentClosed } from "~/realtime/protocol/close-codes";
import { documentMessage } from "~/realtime/protocol/document-messages";
import type { Drawer } from "./drawer";
import { SavedMarks } from "./saved-marks";
import type { DocumentStatus } from "./shared-document";
import { UnsentUpdates } from "./unsent-updates";

/** Between an edit and the mark that follows it: typing makes one mark for several keys. */
const MARK_DELAY_MS = 30;
/** A frame larger than the server takes (RFC 6455): sending it again would not help. */
const TOO_BIG = 1009;

export interface DocumentOptions {
  readonly documentId: string;
  /** ws://… or wss://… of our own server, without a path. */
  readonly serverUrl: string;
  /** How others see this person's caret; the server puts the real name in. Without it, nobody sees this client. */
  readonly user?: { readonly name: string; readonly color: string } | undefined;
  /** Where what is typed is kept until it is in the database. */
  readonly drawer?: Drawer | null | undefined;
  readonly WebSocketPolyfill?: typeof WebSocket;
}

/** Whether the server closed for good. */
const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || code === TOO_BIG;

export interface Told {
  changed(): void;
  outdated(): void;
}

/** A document with its connection. */
export class OpenDocument {
  readonly doc = new Doc();
  readonly #unsent: UnsentUpdates;
  readonly provider: WebsocketProvider;
  loaded = false;
  reason: string | null = null;
  readonly #marks = new SavedMarks((mark) => this.#send(mark));
  #phase: "connecting" | "offline" | "connected" | "refused" = "connecting";
  #mayWrite = true;
  #isGone = false;
  #markTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    { documentId, serverUrl, user, drawer = null, WebSocketPolyfill }: DocumentOptions,
    private readonly told: Told,
    /** The number of an earlier client whose text is to be sent; nothing is typed here then. */
    client?: number,
  ) {
    this.#unsent = new UnsentUpdates(drawer, this.doc.clientID);
    this.provider = new WebsocketProvider(`${serverUrl}/documents`, documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: { client: String(client ?? this.doc.clientID) },
      shouldReconnect: ({ code }) => !isFinal(code),
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    this.#sendsOwnCaretOnly();
    if (user) this.provider.awareness.setLocalStateField("user", user);
    else this.provider.awareness.setLocalState(null);
    this.#listen();
  }

  get status(): DocumentStatus {
    if (this.#phase !== "connected") return this.#phase;
    if (!this.#mayWrite) return "read-only";
    if (!this.loaded) return "connecting";
    return this.#marks.dirty ? "saving" : "saved";
  }

  /** `keep`: what was not confirmed stays in the drawer, for the next page. */
  destroy({ keep }: { readonly keep: boolean }): void {
    clearTimeout(this.#markTimer);
    if (keep) this.#unsent.keep();
    else this.#unsent.forget();
    this.#phase = "refused";
    if (this.#isGone) return;
    this.#isGone = true;
    this.provider.destroy();
    this.doc.destroy();
  }

  /** y-websocket sends back every caret it hears, once for each page: the server has them, and drops them. */
  #sendsOwnCaretOnly(): void {
    const { provider, doc } = this;
    provider.awareness.off("update", provider._awarenessUpdateHandler);
    provider.awareness.on(
      "update",
      ({ added, updated, removed }: Record<"added" | "updated" | "removed", number[]>) => {
        if (![added, updated, removed].some((clients) => clients.includes(doc.clientID)) || !provider.wsconnected)
          return;
        const encoder = createEncoder();
        writeVarUint(encoder, documentMessage.awareness);
        writeVarUint8Array(encoder, encodeAwarenessUpdate(provider.awareness, [doc.clientID]));
        provider.ws?.send(toUint8Array(encoder));
      },
    );
  }

  #listen(): void {
    const { provider, doc } = this;
    provider.messageHandlers[documentMessage.barrier] = (_, decoder: Decoder) => this.#confirmed(readVarUint(decoder));
    provider.messageHandlers[documentMessage.rights] = (_, decoder: Decoder) => this.#rights(decoder);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      this.#unsent.made(this.#marks.edited(), update);
      this.#markTimer ??= setTimeout(() => this.#ask(), MARK_DELAY_MS);
      this.told.changed();
    });
    provider.on("sync", (synced: boolean) => {
      if (!synced) return;
      this.loaded = true;
      this.#phase = "connected";
      this.#ask();
      this.told.changed();
    });
    provider.on("connection-close", (event: CloseEvent | null) => {
      if (this.#phase === "refused") return;
      // Somebody holds this page's number: nothing is lost by drawing another, unless something was typed under it.
      if (event?.code === documentClosed.numberTaken && !this.#marks.dirty) return this.told.outdated();
      this.#marks.lost();
      this.#phase = event && isFinal(event.code) ? "refused" : "offline";
      if (this.#phase === "refused") this.reason = event?.reason || "not-permitted";
      this.told.changed();
    });
  }

  #ask(): void {
    this.#unsent.keep();
    clearTimeout(this.#markTimer);
    this.#markTimer = undefined;
    if (this.#phase === "connected" && this.#mayWrite) this.#marks.ask();
  }

  #send(mark: number): void {
    const encoder = createEncoder();
    writeVarUint(encoder, documentMessage.barrier);
    writeVarUint(encoder, mark);
    this.provider.ws?.send(toUint8Array(encoder));
  }

  #confirmed(mark: number): void {
    this.#marks.confirmed(mark);
    this.#unsent.confirmed(this.#marks.saved);
    this.#ask();
    this.told.changed();
  }

  #rights(decoder: Decoder): void {
    this.#mayWrite = readVarUint(decoder) === 1;
    const code = readVarString(decoder);
    this.reason = this.#mayWrite ? null : code;
    this.#marks.lost();
    if (!this.#mayWrite && this.#marks.dirty) this.told.outdated();
    else this.told.changed();
  }
}

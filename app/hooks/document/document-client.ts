import { type Decoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import { Doc } from "yjs";
import { documentMessage } from "~/realtime/protocol/document-messages";
import { SavedMarks } from "./saved-marks";
import type { DocumentStatus, SharedDocument } from "./shared-document";

/** A flush that has not ended by then counts as failed; the text stays on the screen and goes on being sent. */
const FLUSH_PATIENCE_MS = 10_000;
/** Between an edit and the mark that follows it: typing makes one mark for several keys. */
const MARK_DELAY_MS = 30;
/** A frame larger than the server takes (RFC 6455): sending it again would not help. */
const TOO_BIG = 1009;

export interface DocumentClientOptions {
  readonly documentId: string;
  /** ws://… or wss://… of our own server, without a path. */
  readonly serverUrl: string;
  /** How others see this person's caret; the server puts the real name in. */
  readonly user?: { readonly name: string; readonly color: string } | undefined;
  readonly WebSocketPolyfill?: typeof WebSocket;
}

/** Whether the server closed for good. */
const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || code === TOO_BIG;

/** One shared document on a page, apart from React. */
export class DocumentClient {
  readonly #options: DocumentClientOptions;
  readonly #listeners = new Set<() => void>();
  #open: OpenDocument;
  #view: SharedDocument;

  constructor(options: DocumentClientOptions) {
    this.#options = options;
    this.#open = this.#make();
    this.#view = this.#look();
    this.#open.provider.connect();
  }

  readonly view = (): SharedDocument => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    this.#listeners.clear();
    this.#open.destroy();
  }

  /** Waits until everything typed is in the database; false when that cannot be had now. */
  readonly flush = (): Promise<boolean> =>
    new Promise((settle) => {
      const end = (saved: boolean): void => {
        clearTimeout(timer);
        unsubscribe();
        settle(saved);
      };
      const check = (): void => {
        const { status } = this.#view;
        if (status === "saved") end(true);
        else if (status !== "saving") end(false);
      };
      const unsubscribe = this.subscribe(check);
      const timer = setTimeout(() => end(false), FLUSH_PATIENCE_MS);
      check();
    });

  #make(): OpenDocument {
    return new OpenDocument(this.#options, {
      changed: () => this.#show(),
      // What was typed too late must not stay on the screen beside the locked text.
      outdated: () => {
        this.#open.destroy();
        this.#open = this.#make();
        this.#open.provider.connect();
        this.#show();
      },
    });
  }

  #look(): SharedDocument {
    const { doc, provider, loaded, reason, status } = this.#open;
    return { doc, provider, awareness: provider.awareness, loaded, reason, status, flush: this.flush };
  }

  #show(): void {
    this.#view = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}

interface Told {
  changed(): void;
  outdated(): void;
}

/** A document with its connection. */
class OpenDocument {
  readonly doc = new Doc();
  readonly provider: WebsocketProvider;
  loaded = false;
  reason: string | null = null;
  readonly #marks = new SavedMarks((mark) => this.#send(mark));
  #phase: "connecting" | "offline" | "connected" | "refused" = "connecting";
  #mayWrite = true;
  #markTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    { documentId, serverUrl, user, WebSocketPolyfill }: DocumentClientOptions,
    private readonly told: Told,
  ) {
    this.provider = new WebsocketProvider(`${serverUrl}/documents`, documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: { client: String(this.doc.clientID) },
      shouldReconnect: ({ code }) => !isFinal(code),
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    if (user) this.provider.awareness.setLocalStateField("user", user);
    this.#listen();
  }

  get status(): DocumentStatus {
    if (this.#phase !== "connected") return this.#phase;
    if (!this.#mayWrite) return "read-only";
    if (!this.loaded) return "connecting";
    return this.#marks.dirty ? "saving" : "saved";
  }

  destroy(): void {
    clearTimeout(this.#markTimer);
    this.#phase = "refused";
    this.provider.destroy();
    this.doc.destroy();
  }

  #listen(): void {
    const { provider, doc } = this;
    provider.messageHandlers[documentMessage.barrier] = (_, decoder: Decoder) => this.#confirmed(readVarUint(decoder));
    provider.messageHandlers[documentMessage.rights] = (_, decoder: Decoder) => this.#rights(decoder);
    doc.on("update", (_: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      this.#marks.edited();
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
      this.#marks.lost();
      this.#phase = event && isFinal(event.code) ? "refused" : "offline";
      if (this.#phase === "refused") this.reason = event?.reason || "not-permitted";
      this.told.changed();
    });
  }

  #ask(): void {
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

import { type Decoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import { Doc } from "yjs";
import { documentClosed } from "../../protocol/close-codes";
import { documentMessage } from "../../protocol/document-messages";
import type { Drawer } from "../unsent/drawer";
import { listenToTold } from "../unsent/listen-to-told";
import { SavedMarks } from "../unsent/saved-marks";
import { askForWhole, ToldTexts } from "../unsent/told-texts";
import { UnsentUpdates } from "../unsent/unsent-updates";
import { HeldText } from "./held-text";
import { listenToTakenOut, type TakenOutPart } from "./listen-to-taken-out";
import { afterEvent, isHeard, type PageEvent, type PageState, pageAtFirst, reasonOf, statusOf } from "./page-state";
import type { DocumentStatus } from "./shared-document";

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
  /** What the text is called on its page: over words that could not be saved. */
  readonly title?: string | undefined;
  /** What this page was told of the text, over all its connections and numbers. */
  readonly told?: ToldTexts | undefined;
  readonly WebSocketPolyfill?: typeof WebSocket;
}

/** Whether the server closed for good. */
const isFinal = (code: number): boolean => (code >= 4400 && code < 4500) || code === TOO_BIG;

export interface Told {
  changed(): void;
  /** What was typed here cannot be saved under this page's number, and lies apart now: the text is to be opened anew, without it. */
  outdated(): void;
}

/** A document with its connection. */
export class OpenDocument {
  readonly doc = new Doc();
  readonly provider: WebsocketProvider;
  readonly held: HeldText;
  readonly #unsent: UnsentUpdates;
  readonly #marks = new SavedMarks((mark) => this.#send(mark));
  #state: PageState = pageAtFirst;
  readonly #heard: ToldTexts;
  #takenOut: readonly TakenOutPart[] = [];
  #isGone = false;
  #hasAskedForWhole = false;
  #isWholeComing = false;
  #markTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    {
      documentId,
      serverUrl,
      user,
      drawer = null,
      title = "",
      told: heard = new ToldTexts(),
      WebSocketPolyfill,
    }: DocumentOptions,
    private readonly told: Told,
    /** The number of an earlier client whose text is to be sent; nothing is typed here then. */
    client?: number,
  ) {
    this.#unsent = new UnsentUpdates({ doc: this.doc, drawer, title });
    this.provider = new WebsocketProvider(`${serverUrl}/documents`, documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: { client: String(client ?? this.doc.clientID) },
      shouldReconnect: ({ code }) => !isFinal(code),
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    this.#heard = heard;
    this.held = new HeldText(this.provider);
    listenToTold(this.provider, heard, (isWhole) => {
      if (isWhole) this.#isWholeComing = false;
      this.#askForWhole();
    });
    listenToTakenOut(this.provider, (parts) => {
      this.#takenOut = parts;
      this.told.changed();
    });
    this.#sendsOwnCaretOnly();
    if (user) this.provider.awareness.setLocalStateField("user", user);
    else this.provider.awareness.setLocalState(null);
    this.#listen();
  }

  get state(): PageState {
    return this.#state;
  }

  get status(): DocumentStatus {
    return statusOf(this.#state, this.#marks.dirty);
  }

  get takenOut(): readonly TakenOutPart[] {
    return this.#takenOut;
  }

  get reason(): string | null {
    return reasonOf(this.#state);
  }

  /** `keep`: what was not confirmed stays in the drawer, for the next page. */
  destroy({ keep }: { readonly keep: boolean }): void {
    clearTimeout(this.#markTimer);
    if (this.#isGone) return;
    this.#isGone = true;
    if (keep) this.#unsent.keep();
    else this.#unsent.forget();
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
    provider.messageHandlers[documentMessage.rights] = (_, decoder: Decoder) => this.#hearRights(decoder);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      this.#unsent.made(this.#marks.edited(), update);
      this.#markTimer ??= setTimeout(() => this.#ask(), MARK_DELAY_MS);
      this.told.changed();
    });
    provider.on("sync", (synced: boolean) => {
      if (!synced) return;
      this.#become({ kind: "text" });
      this.#ask();
    });
    provider.on("connection-close", (event: CloseEvent | null) => {
      if (!this.#isGone) this.#closed(event);
    });
  }

  #become(event: PageEvent): void {
    this.#state = afterEvent(this.#state, event);
    this.told.changed();
  }

  #closed(event: CloseEvent | null): void {
    this.#marks.lost();
    this.#hasAskedForWhole = false;
    this.#isWholeComing = false;
    if (!event || !isFinal(event.code)) {
      this.#become({ kind: "lost" });
      return;
    }
    const reason = event.reason || (event.code === TOO_BIG ? "tooLarge" : "notPermitted");
    this.#become({ kind: "refused", reason });
    const hasStranded = this.#unsent.strand(reason);
    // Somebody holds this page's number: it draws another. Else the text is shown anew where words were taken out of it.
    if (hasStranded || event.code === documentClosed.numberTaken) this.told.outdated();
  }

  #ask(): void {
    this.#unsent.keep();
    clearTimeout(this.#markTimer);
    this.#markTimer = undefined;
    if (isHeard(this.#state)) this.#marks.ask();
  }

  /**
   * Once a connection for what was never told, and whenever what was told has grown large, on pages that only read too. Only while everything
   * here is stored: what is not would be missing from the whole.
   */
  #askForWhole(): void {
    if (this.#isWholeComing || this.#marks.dirty) return;
    const isUntold = !this.#hasAskedForWhole && isHeard(this.#state) && this.#heard.isUntold(this.doc);
    if (!isUntold && !this.#heard.isLarge) return;
    this.#hasAskedForWhole = true;
    this.#isWholeComing = true;
    this.provider.ws?.send(askForWhole());
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
    this.#askForWhole();
    this.#ask();
    this.told.changed();
  }

  #hearRights(decoder: Decoder): void {
    const may = readVarUint(decoder) === 1;
    const reason = readVarString(decoder);
    this.#marks.lost();
    this.#become({ kind: "rights", rights: may ? { may } : { may, reason } });
    if (may || !this.#marks.dirty) this.#ask();
    else {
      this.#unsent.strand(reason);
      this.told.outdated();
    }
  }
}

import { sendKept } from "../unsent/send-kept";
import { ToldTexts } from "../unsent/told-texts";
import { type DocumentOptions, OpenDocument } from "./open-document";
import { hasText, mayType } from "./page-state";
import type { SharedDocument } from "./shared-document";

/** A flush that has not ended by then counts as failed; the text stays on the screen and goes on being sent. */
const FLUSH_PATIENCE_MS = 10_000;

/** One shared document on a page, apart from React. */
export class DocumentClient {
  readonly #options: DocumentOptions;
  readonly #listeners = new Set<() => void>();
  #open: OpenDocument;
  #view: SharedDocument;
  readonly #stopSending: () => void;

  constructor(options: DocumentOptions) {
    this.#options = { told: new ToldTexts(), ...options };
    this.#open = this.#make();
    this.#view = this.#look();
    this.#open.provider.connect();
    this.#stopSending = sendKept(options);
  }

  readonly view = (): SharedDocument => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    this.#listeners.clear();
    this.#stopSending();
    this.#open.destroy({ keep: true });
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
      // What could not be saved must not stay on the screen beside the text as it is.
      outdated: () => {
        this.#open.destroy({ keep: false });
        this.#open = this.#make();
        this.#open.provider.connect();
        this.#show();
      },
    });
  }

  #look(): SharedDocument {
    const { doc, held, provider, reason, state, status, takenOut } = this.#open;
    const { awareness } = provider;
    const [loaded, writable] = [hasText(state), mayType(state)];
    return { doc, provider, awareness, held, loaded, writable, reason, status, takenOut, flush: this.flush };
  }

  #show(): void {
    this.#view = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}

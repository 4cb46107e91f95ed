import type { Pauses } from "../live/ask";
import { backoffMs } from "../video/backoff";

export interface DueReadingPorts {
  /** Whether the server can serve pages just now; never rejects. */
  isReady(): Promise<boolean>;
  /** Reads the page anew. */
  read(): void;
  /** Whether somebody looks at the page. */
  isSeen(): boolean;
}

type State =
  | { readonly kind: "none" }
  /** Due, and nobody looks at the page. */
  | { readonly kind: "unseen" }
  | { readonly kind: "asking" }
  /** The server could not serve it: asked again after a pause. */
  | { readonly kind: "waiting"; readonly callOff: () => void };

/**
 * A reading of a page that is due stays so until it can be done: an error page in the place of this one would help nobody, and a reading
 * that is dropped would leave the page as it was.
 */
export class DueReading {
  #state: State = { kind: "none" };

  constructor(
    private readonly ports: DueReadingPorts,
    private readonly pauses: Pauses,
  ) {}

  /** The page is to be read anew. One reading is enough for all that comes before it is done. */
  due(): void {
    const { kind } = this.#state;
    if (kind === "none" || kind === "unseen") this.#try(0);
  }

  /** Somebody looks at the page again. */
  look(): void {
    if (this.#state.kind === "unseen") this.#try(0);
  }

  stop(): void {
    if (this.#state.kind === "waiting") this.#state.callOff();
    this.#state = { kind: "none" };
  }

  #try(attempt: number): void {
    if (!this.ports.isSeen()) {
      this.#state = { kind: "unseen" };
      return;
    }
    const asking: State = { kind: "asking" };
    this.#state = asking;
    void this.ports.isReady().then((isReady) => {
      if (this.#state !== asking) return;
      if (isReady) {
        this.#state = { kind: "none" };
        this.ports.read();
        return;
      }
      const callOff = this.pauses.after(backoffMs(attempt, this.pauses.chance()), () => this.#try(attempt + 1));
      this.#state = { kind: "waiting", callOff };
    });
  }
}

import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import { judgeAnswer } from "./ask-policy";

/** Time and chance, so that a test can hold them. */
export interface Pauses {
  /** Does the work after `ms`; answers a function that calls it off. */
  after(ms: number, work: () => void): () => void;
  /** In [0, 1). */
  chance(): number;
}

export const browserPauses: Pauses = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};

export type AskState =
  /** Not asked, since there is no connection. */
  | { readonly kind: "wanted" }
  | { readonly kind: "asking"; readonly attempt: number }
  | { readonly kind: "waiting-to-ask"; readonly attempt: number; readonly callOff: () => void }
  | { readonly kind: "granted" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface AskPorts<T> {
  /** Puts it to the server; rejects when no answer came. */
  put(): Promise<Result<T>>;
  /** The answer that is final. */
  settled(answer: Result<T>): void;
}

/** One thing that a page asks of the server, until it has an answer that is final (see `judgeAnswer`). */
export class Ask<T> {
  #state: AskState = { kind: "wanted" };

  constructor(
    private readonly ports: AskPorts<T>,
    private readonly pauses: Pauses,
  ) {}

  get state(): AskState {
    return this.#state;
  }

  /** Asks, whatever the last answer was; one that is under way is enough. */
  ask(): void {
    if (this.#state.kind !== "asking") this.#put(0);
  }

  /** The connection has gone, or nobody wants it any more: an answer that comes yet counts for nothing. */
  interrupt(): void {
    this.#become({ kind: "wanted" });
  }

  #put(attempt: number): void {
    const asking: AskState = { kind: "asking", attempt };
    this.#become(asking);
    this.ports.put().then(
      (answer) => this.#hear(asking, answer),
      () => this.#hear(asking, null),
    );
  }

  #hear(asked: Extract<AskState, { kind: "asking" }>, answer: Result<T> | null): void {
    if (this.#state !== asked) return;
    const { attempt } = asked;
    const verdict = judgeAnswer({ answer, attempt, chance: this.pauses.chance() });
    switch (verdict.kind) {
      case "again": {
        const callOff = this.pauses.after(verdict.afterMs, () => this.#put(attempt + 1));
        this.#become({ kind: "waiting-to-ask", attempt, callOff });
        break;
      }
      case "granted":
        this.#become({ kind: "granted" });
        this.ports.settled({ ok: true, value: verdict.value });
        break;
      case "refused":
        this.#become({ kind: "refused", refusal: verdict.refusal });
        this.ports.settled({ ok: false, refusal: verdict.refusal });
        break;
    }
  }

  #become(next: AskState): void {
    if (this.#state.kind === "waiting-to-ask") this.#state.callOff();
    this.#state = next;
  }
}

import { AsyncLocalStorage } from "node:async_hooks";

/** The life of one transaction: its handle works from its first statement to its commit or rollback, not after. */
export class TransactionSpan {
  #open = true;

  get open(): boolean {
    return this.#open;
  }

  end(): void {
    this.#open = false;
  }

  /** Throws when a query was started without being awaited, and the transaction ended before it. */
  assertOpen(): void {
    if (!this.#open) throw new Error("This transaction has ended: await every query inside it.");
  }
}

/**
 * Knows, for one store, whether the running code is inside one of its transactions. There the store's own handle is
 * refused: a write through it would wait for the transaction that waits for it, a read would miss the transaction's rows.
 */
export class TransactionGuard {
  readonly #current = new AsyncLocalStorage<TransactionSpan>();

  refuseInside(): void {
    if (this.#current.getStore()?.open) {
      throw new Error("Inside a transaction use the handle it was given, not the store's own.");
    }
  }

  within<T>(span: TransactionSpan, work: () => Promise<T>): Promise<T> {
    return this.#current.run(span, work);
  }
}

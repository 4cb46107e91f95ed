import type { App } from "../context";

export interface Beside {
  /** Both are given the number of the transaction, from 1. */
  readonly before?: (nth: number) => Promise<unknown>;
  /** Also after one that was undone. What it throws, the application meets. */
  readonly after?: (nth: number) => Promise<unknown>;
}

/** The application, with somebody else who acts before and after each of its transactions of the main store: never within one. */
export function aroundTransactions(app: App, { before, after }: Beside): App {
  const { main } = app.stores;
  let nth = 0;
  const transaction: typeof main.transaction = async (work, config) => {
    const own = ++nth;
    await before?.(own);
    try {
      return await main.transaction(work, config);
    } finally {
      await after?.(own);
    }
  };
  return { ...app, stores: { ...app.stores, main: Object.assign(Object.create(main), { transaction }) } };
}

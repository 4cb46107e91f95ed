import type { StoreOptions } from "../store";

/** Where one test's database is, and how to remove it once it is closed. */
export interface TestDatabase {
  readonly options: StoreOptions;
  remove(): Promise<void>;
}

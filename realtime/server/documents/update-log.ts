import type { NewDocumentUpdate, UpdateStore } from "~/server/documents/update-store";

interface Waiting {
  readonly row: NewDocumentUpdate;
  stored(sequence: number): void;
  failed(error: unknown): void;
}

/** Rows of one commit: PostgreSQL takes 65,535 parameters, SQLite 32,766; a row has five. */
const MOST_ROWS = 500;

/**
 * Stores what arrives while another commit is under way in one commit. Order is kept. When a commit fails, everything that waits
 * behind it fails too, since a later update may build on an earlier one.
 */
export class UpdateLog {
  readonly #store: Pick<UpdateStore, "append">;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(store: Pick<UpdateStore, "append">) {
    this.#store = store;
  }

  append(row: NewDocumentUpdate): Promise<number> {
    return new Promise((stored, failed) => {
      this.#waiting.push({ row, stored, failed });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Frames that came in the same turn of the loop share the first commit too.
    await new Promise((soon) => setImmediate(soon));
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, MOST_ROWS));
    this.#running = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const sequences = await this.#store.append(batch.map(({ row }) => row));
      for (const [at, { stored }] of batch.entries()) {
        const sequence = sequences[at];
        if (sequence === undefined) throw new Error("an update was given no sequence");
        stored(sequence);
      }
    } catch (error) {
      for (const { failed } of [...batch, ...this.#waiting.splice(0)]) failed(error);
    }
  }
}

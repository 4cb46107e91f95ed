/**
 * Knows whether everything typed is in the database. After edits a mark goes to the server, which sends it back once every update
 * before it is committed (a barrier, rule D4). One mark is under way at a time.
 */
export class SavedMarks {
  #edits = 0;
  #saved = 0;
  #underWay = false;

  constructor(private readonly send: (mark: number) => void) {}

  get dirty(): boolean {
    return this.#edits > this.#saved;
  }

  /** How many edits are known to be in the database. */
  get saved(): number {
    return this.#saved;
  }

  /** Counts an edit, and answers its number. */
  edited(): number {
    this.#edits += 1;
    return this.#edits;
  }

  /** Sends a mark if something is unsaved and none is under way. */
  ask(): void {
    if (this.#underWay || !this.dirty) return;
    this.#underWay = true;
    this.send(this.#edits);
  }

  /** The server sent a mark back. */
  confirmed(mark: number): void {
    this.#underWay = false;
    this.#saved = Math.max(this.#saved, Math.min(mark, this.#edits));
  }

  /** The connection is gone, and with it the mark under way. */
  lost(): void {
    this.#underWay = false;
  }
}

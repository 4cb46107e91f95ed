import type { PersonId } from "~/app/domain/kernel/ids";

/** Somebody who has the document open. */
export interface Occupant {
  readonly personId: PersonId | null;
  /** The browser's client number in Yjs. */
  readonly client: number;
  /** Carets or names changed: the frame that says so. */
  aware(frame: Uint8Array): void;
  /** An update was stored and applied, its own too; with the proof of it, to be given back should it be lost. */
  changed(update: Uint8Array, proof: Uint8Array | null): void;
  /** What was taken out, or is back: the frame that says so. */
  takenOut(frame: Uint8Array): void;
  /** The right to write may have changed. */
  lockChanged(): void;
  /** An update of this room could not be stored. */
  failed(): void;
}

/** Who sends an update: `client` is the number that its new text must bear; null where the server itself writes for somebody. */
export interface Writer {
  readonly occupant: Occupant | null;
  readonly personId: PersonId;
  readonly client: number | null;
  /** Whether they may write still, once an update has been examined for a while. */
  mayStill(): boolean;
}

/** Who tells again what was lost. */
export interface Teller {
  /** Whose the deletions are then, of which nobody knows whose they were. */
  readonly personId: PersonId;
  /** What is large is read and placed anew each time, known or not: only so often. */
  mayTellLarge(): boolean;
}

import { encodeStateAsUpdate } from "yjs";
import type { TakenOut } from "~/app/domain/deliberation/taken-out";
import type { DocumentId } from "~/app/domain/kernel/ids";
import type { DocumentText } from "~/server/documents/live-documents";
import type { UpdateStore } from "~/server/documents/update-store";
import type { RemovalHistory } from "./removal-history";
import { replayLog } from "./replay-log";

/** Kept in memory: the notes of a large session's tables, for everybody who reads them after it. */
const MOST_TEXTS = 64;
const LARGEST_KEPT_BYTES = 256 * 1024;

export interface ClosedText extends DocumentText {
  readonly takenOut: readonly TakenOut[];
}

interface Reading {
  readonly sequence: number;
  readonly hasHistory: boolean;
  readonly text: Promise<ClosedText>;
}

/** Texts that nobody has open, from their logs: each is read once, however many ask, until its log has grown. */
export class ClosedTexts {
  readonly #readings = new Map<DocumentId, Reading>();

  constructor(private readonly store: Pick<UpdateStore, "load" | "last">) {}

  /** `history`: where what was taken out is wanted too, and the log has not been read for it yet. */
  async read(documentId: DocumentId, history: RemovalHistory | null = null): Promise<ClosedText> {
    const sequence = await this.store.last(documentId);
    const known = this.#readings.get(documentId);
    if (known?.sequence === sequence && (known.hasHistory || !history)) return known.text;
    const reading = { sequence, hasHistory: history !== null, text: this.#fromLog(documentId, history) };
    this.#keep(documentId, reading);
    return reading.text;
  }

  async #fromLog(documentId: DocumentId, history: RemovalHistory | null): Promise<ClosedText> {
    const { updates } = await this.store.load(documentId);
    const { doc, sequence } = await replayLog(updates, [], history);
    return { state: encodeStateAsUpdate(doc), sequence, takenOut: history?.list() ?? [] };
  }

  #keep(documentId: DocumentId, reading: Reading): void {
    const forget = (): void => {
      if (this.#readings.get(documentId) === reading) this.#readings.delete(documentId);
    };
    this.#readings.delete(documentId);
    this.#readings.set(documentId, reading);
    const [oldest] = this.#readings.keys();
    if (oldest && this.#readings.size > MOST_TEXTS) this.#readings.delete(oldest);
    reading.text.then(
      // What was written between the two questions is in the text, under an older number.
      ({ state, sequence }) => (state.length > LARGEST_KEPT_BYTES || sequence !== reading.sequence) && forget(),
      forget,
    );
  }
}

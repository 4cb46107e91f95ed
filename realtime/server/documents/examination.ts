import type { DocumentName } from "~/server/documents/live-documents";

/** An update to be tried on a copy of its document before the room takes it. */
export interface Examination {
  readonly kind: DocumentName["kind"];
  readonly state: Uint8Array;
  readonly update: Uint8Array;
  readonly stepsLeft: number;
}

/** Why an update is refused; null when the room may take it. */
export type Examined = "tooLarge" | "malformed" | null;

/** The first message of a worker says only that it is ready. */
export interface ExaminedMessage {
  readonly examined: Examined;
}

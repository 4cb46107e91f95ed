import type { DeviceId, DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { DocumentAccess } from "~/server/kernel/document-access";
import type { DocumentCloseReason } from "../../protocol/close-codes";
import type { TokenBucket } from "../live/token-bucket";
import type { Rooms } from "./rooms";

/** Where the frames go, and how the connection ends: a WebSocket, as far as we use it. */
export interface Wire {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Reads nothing more until resumed: what the browser sends meanwhile waits in its network. */
  pause(): void;
  resume(): void;
  /** Does something after so many milliseconds. */
  after(ms: number, work: () => void): void;
}

/** Somebody allowed in, with what they may do. */
export interface Admitted {
  readonly access: DocumentAccess;
  readonly personId: PersonId;
  readonly deviceId: DeviceId;
  readonly name: string;
  /** When the device's time is over, if nobody uses it till then. */
  readonly until: Date;
}

export interface ConnectionOptions {
  readonly documentId: DocumentId;
  /** The browser's client number in Yjs. */
  readonly client: number;
  readonly wire: Wire;
  readonly rooms: Rooms;
  /** What its person may send, on all their pages together. */
  readonly frames: TokenBucket;
  readonly carets: TokenBucket;
  readonly wholeTexts: TokenBucket;
  /** Asked at the start, and again whenever rights may have changed. */
  admit(): Promise<Result<Admitted>>;
  now(): Date;
}

/** A page asks for the whole text when it comes, and when it is back: each answer costs as much as the text is long. Of one person. */
export const WHOLE_TEXTS = { burst: 40, perSecond: 2 };

/**
 * Frames of one person, carets apart. A key is two (the text, and a barrier that asks whether it is stored), and the fastest repeat some
 * thirty keys a second. Who sends more is read more slowly: nothing of it is lost.
 */
export const FRAMES = { burst: 600, perSecond: 120 };
/** Carets of one person: only the last is worth anything, so what is over is dropped. */
export const CARETS = { burst: 300, perSecond: 60 };
/** How long a page that sends more is not read, each time. */
export const SLOWER_MS = 100;

/** How a connection ends that is not let in, by the refusal's code. */
export function reasonFor(code: string): DocumentCloseReason {
  if (code === "sign-in-needed") return "signInNeeded";
  return code === "document-unknown" || code === "assembly-unknown" ? "unknown" : "notPermitted";
}

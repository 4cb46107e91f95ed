import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** A connection that asks to be let in. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

import { WebSocketServer } from "ws";
import type { Asked } from "./asked";

/** Why somebody is not let in whose page is one of ours: only a frame and a close code can be read by a browser, an HTTP status cannot. */
export type TurnedAway = "signed-out" | "too-many-connections";

/** What a page is told before its connection is closed: frames in its own protocol, and the code. */
export interface Farewell {
  readonly frames: readonly string[];
  readonly code: number;
  readonly reason: string;
}

/** Those who are not let in are nobody we know: they may hold this little, for this long, this many at once. */
const LIMITS = { atOnce: 100, messageBytes: 1_024, lingerMs: 1_000 } as const;

/** Accepts a connection, says why it is not let in, and closes it at once. */
export class TurnAway {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  #open = 0;

  /** False when too many are being told: then nothing was done, and a plain answer is all there is. */
  tell({ request, socket, head }: Asked, { frames, code, reason }: Farewell): boolean {
    if (this.#open >= LIMITS.atOnce) return false;
    this.#open += 1;
    // Whoever says nothing, or reads nothing, is not waited for.
    const lingers = setTimeout(() => socket.destroy(), LIMITS.lingerMs);
    lingers.unref();
    socket.once("close", () => {
      clearTimeout(lingers);
      this.#open -= 1;
    });
    socket.on("error", () => {});
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.on("error", () => opened.terminate());
      for (const frame of frames) opened.send(frame);
      opened.close(code, reason);
    });
    return true;
  }
}

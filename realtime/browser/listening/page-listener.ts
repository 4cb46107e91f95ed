import type { Socket } from "socket.io-client";
import type { Moving } from "~/app/domain/assembly/facts";
import type { LiveClosing } from "../../protocol/close-codes";
import type { ClientEvents, ServerEvents, StreamSnapshot } from "../../protocol/live-messages";
import { Ask, browserPauses, type Pauses } from "../live/ask";
import { judgeTurnedAway } from "../live/judge-turned-away";

export type ListeningSocket = Socket<ServerEvents, ClientEvents>;

/** Whoever follows a stream hears these. */
export interface Follower {
  joined(stream: string, version: number): void;
  heard(stream: string, fact: { readonly type: string; readonly version: number }): void;
  moved(stream: string, what: Moving): void;
}

/** `away`: it comes back by itself. `over`: signed out, or this site's page is too old. */
export type Listening = "connecting" | "online" | "away" | "over";

const ANSWER_PATIENCE_MS = 8_000;
/** Spread out, so that a whole assembly whose rights changed does not come back at once. */
const BACK_AFTER_MS = { least: 50, spread: 2_000 } as const;

interface Stream {
  readonly ask: Ask<StreamSnapshot>;
  readonly followers: Set<Follower>;
  /** The version it was joined at on this connection, or of the last fact since; null while it is not joined. */
  version: number | null;
}

/** The streams that the pages of one tab listen to, over one connection. Apart from React. */
export class PageListener {
  readonly #streams = new Map<string, Stream>();
  readonly #watching = new Set<() => void>();
  /** Told when the person's own rights changed, or nobody is signed in any more. */
  readonly #rights = new Set<() => void>();
  #socket: ListeningSocket | null = null;
  #state: Listening = "connecting";
  #closing: LiveClosing | null = null;
  /** How often in a row it was turned away for having too many pages beside it. */
  #crowded = 0;

  constructor(private readonly pauses: Pauses = browserPauses) {}

  readonly state = (): Listening => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#watching.add(listener);
    return () => this.#watching.delete(listener);
  };

  onRightsChanged(listener: () => void): () => void {
    this.#rights.add(listener);
    return () => void this.#rights.delete(listener);
  }

  /** Takes a socket that has not connected yet, and connects it. */
  start(socket: ListeningSocket): void {
    this.#socket = socket;
    this.#become("connecting");
    socket.on("facts", (facts) => {
      for (const { stream, type, version } of facts) this.#heard(stream, { type, version });
    });
    socket.on("moved", ({ stream, what }) => {
      for (const follower of this.#streams.get(stream)?.followers ?? []) follower.moved(stream, what);
    });
    socket.on("closing", (reason) => {
      this.#closing = reason;
    });
    socket.on("connect", () => this.#connected());
    socket.on("disconnect", () => this.#disconnected(socket));
    socket.on("connect_error", ({ message }) => this.#turnedAway(socket, message));
    socket.connect();
  }

  stop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#closing = null;
    this.#crowded = 0;
    this.#interrupt();
    socket?.removeAllListeners();
    socket?.disconnect();
    this.#become("connecting");
  }

  /** Answers how to leave it. */
  follow(stream: string, follower: Follower): () => void {
    const followed = this.#streams.get(stream) ?? this.#begin(stream);
    followed.followers.add(follower);
    if (followed.version !== null) follower.joined(stream, followed.version);
    return () => {
      followed.followers.delete(follower);
      if (followed.followers.size > 0 || this.#streams.get(stream) !== followed) return;
      this.#streams.delete(stream);
      followed.ask.interrupt();
      if (this.#state === "online") this.#socket?.emit("leave", { stream });
    };
  }

  #begin(stream: string): Stream {
    const followed: Stream = {
      followers: new Set(),
      version: null,
      ask: new Ask(
        {
          put: async () => this.#asking().emitWithAck("join", { stream }),
          settled: (answer) => answer.ok && this.#joined(followed, answer.value),
        },
        this.pauses,
      ),
    };
    this.#streams.set(stream, followed);
    if (this.#state === "online") followed.ask.ask();
    return followed;
  }

  #joined(followed: Stream, { stream, version }: StreamSnapshot): void {
    followed.version = Math.max(version, followed.version ?? 0);
    for (const follower of followed.followers) follower.joined(stream, version);
  }

  #heard(stream: string, fact: { readonly type: string; readonly version: number }): void {
    const followed = this.#streams.get(stream);
    if (!followed) return;
    followed.version = Math.max(fact.version, followed.version ?? 0);
    for (const follower of followed.followers) follower.heard(stream, fact);
  }

  #connected(): void {
    const returned = this.#closing === "rights-changed";
    this.#closing = null;
    this.#crowded = 0;
    this.#become("online");
    for (const { ask } of this.#streams.values()) ask.ask();
    if (returned) this.#tellRights();
  }

  #disconnected(socket: ListeningSocket): void {
    this.#interrupt();
    if (this.#closing === "signed-out") {
      this.#end(socket, "signed-out");
      return;
    }
    this.#become("away");
    if (!socket.active) this.#comeBack(socket, BACK_AFTER_MS.least + this.pauses.chance() * BACK_AFTER_MS.spread);
  }

  #turnedAway(socket: ListeningSocket, message: string): void {
    const after = judgeTurnedAway({ message, times: this.#crowded, chance: this.pauses.chance() });
    if (after.kind === "over") this.#end(socket, after.why);
    if (after.kind !== "crowded") return;
    this.#crowded += 1;
    this.#become("away");
    this.#comeBack(socket, after.afterMs);
  }

  #comeBack(socket: ListeningSocket, afterMs: number): void {
    this.pauses.after(afterMs, () => {
      if (this.#socket === socket && this.#state === "away") socket.connect();
    });
  }

  #end(socket: ListeningSocket, why: "signed-out" | "refused"): void {
    this.#become("over");
    socket.disconnect();
    if (why === "signed-out") this.#tellRights();
  }

  /** Nothing is joined any more, and what was asked is not answered. */
  #interrupt(): void {
    for (const followed of this.#streams.values()) {
      followed.version = null;
      followed.ask.interrupt();
    }
  }

  #tellRights(): void {
    for (const listener of this.#rights) listener();
  }

  #asking() {
    if (!this.#socket?.connected) throw new Error("no connection");
    return this.#socket.timeout(ANSWER_PATIENCE_MS);
  }

  #become(state: Listening): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#watching) listener();
  }
}

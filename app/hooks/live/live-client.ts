import type { Socket } from "socket.io-client";
import type { LiveClosing } from "~/realtime/protocol/close-codes";
import type { ClientEvents, ServerEvents } from "~/realtime/protocol/live-messages";
import type { LiveSnapshot, LiveState } from "../../domain/deliberation/live-state";
import { sessionStream } from "../../domain/deliberation/streams";
import type { ParticipationId } from "../../domain/kernel/ids";
import type { LiveConnection, SentCommand } from "./live-session";
import { LiveStreams } from "./live-streams";
import { measureOffset } from "./measure-offset";
import { SentCommands } from "./sent-commands";

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

/** Until a stream is joined again that was one too many. */
const TOO_MANY_MS = 1_000;

/** Without an answer for this long, a command counts as lost on the way; it is asked again under its id. */
const ANSWER_PATIENCE_MS = 8_000;

/** What a page shows; a new object at each change. */
export interface LiveView {
  readonly state: LiveState;
  readonly presence: ReadonlySet<ParticipationId>;
  readonly connection: LiveConnection;
  readonly offsetMs: number | undefined;
  readonly sent: readonly SentCommand[];
}

/** One page's live session, apart from React: holds the state, follows the streams, sends the commands. */
export class LiveClient {
  readonly commands: SentCommands;
  readonly #streams: LiveStreams;
  readonly #listeners = new Set<() => void>();
  #socket: LiveSocket | null = null;
  #view: LiveView;

  constructor(snapshot: LiveSnapshot) {
    this.#streams = new LiveStreams(snapshot, {
      join: (stream) => this.#join(stream),
      leave: (stream) => this.#socket?.emit("leave", { stream }),
      changed: (state) => this.#show({ state }),
    });
    this.commands = new SentCommands(
      async (envelope) => this.#connected().timeout(ANSWER_PATIENCE_MS).emitWithAck("command", envelope),
      () => this.#show({ sent: this.commands.list }),
    );
    const state = this.#streams.state;
    this.#view = { state, presence: new Set(), connection: "connecting", offsetMs: undefined, sent: [] };
  }

  readonly view = (): LiveView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a socket that has not connected yet, and connects it. */
  start(socket: LiveSocket): void {
    this.#socket = socket;
    let closing: LiveClosing | null = null;
    socket.on("fact", (message) => this.#streams.hear(message));
    socket.on("presence", ({ sessionId, present }) => {
      if (sessionId === this.#view.state.session.sessionId) this.#show({ presence: new Set(present) });
    });
    socket.on("closing", (reason) => {
      closing = reason;
    });
    socket.on("connect", () => {
      closing = null;
      this.#streams.joinAll();
      void measureOffset(() => this.#connected().timeout(ANSWER_PATIENCE_MS).emitWithAck("clock")).then((offsetMs) => {
        if (offsetMs !== undefined) this.#show({ offsetMs });
      });
    });
    socket.on("disconnect", () => {
      if (closing === "signed-out") return this.#refuse();
      this.#show({ connection: this.#view.connection === "refused" ? "refused" : "reconnecting" });
      // Closed by the server, Socket.IO leaves it to us; spread out, so that a whole hall does not come back at once.
      if (closing) setTimeout(() => this.#socket === socket && socket.connect(), 50 + Math.random() * 400);
    });
    socket.on("connect_error", ({ message }) => {
      if (message === "page-too-old") this.#refuse();
      else if (this.#view.connection === "online") this.#show({ connection: "reconnecting" });
    });
    socket.connect();
  }

  stop(): void {
    this.#streams.stop();
    this.commands.stop();
    const socket = this.#socket;
    this.#socket = null;
    socket?.removeAllListeners();
    socket?.disconnect();
  }

  #connected(): LiveSocket {
    if (!this.#socket?.connected) throw new Error("no connection");
    return this.#socket;
  }

  #join(stream: string): void {
    const socket = this.#socket;
    if (!socket?.connected) return;
    const isSession = stream === sessionStream(this.#view.state.session.sessionId);
    socket
      .timeout(ANSWER_PATIENCE_MS)
      .emitWithAck("join", { stream })
      .then(
        (answer) => {
          if (answer.ok) this.#streams.take(answer.value);
          else if (answer.refusal.code === "too-many-commands")
            return void setTimeout(() => this.#join(stream), TOO_MANY_MS);
          if (!isSession) return;
          if (answer.ok) this.#online();
          else if (answer.refusal.code === "storage-busy") this.#join(stream);
          else this.#refuse();
        },
        () => {
          if (socket.connected && this.#socket === socket) this.#join(stream);
        },
      );
  }

  #online(): void {
    this.#show({ connection: "online" });
    this.commands.sendAgain();
  }

  #refuse(): void {
    this.#show({ connection: "refused" });
    this.#socket?.disconnect();
  }

  #show(change: Partial<LiveView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

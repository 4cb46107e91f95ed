import type { Socket } from "socket.io-client";
import type { LiveSnapshot, LiveState } from "~/app/domain/deliberation/live-state";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import type { LiveClosing } from "../../protocol/close-codes";
import type { ClientEvents, ServerEvents } from "../../protocol/live-messages";
import type { RoomOffer } from "../video/room-offer";
import { Ask, browserPauses, type Pauses } from "./ask";
import type { StreamStanding } from "./followed-stream";
import { judgeTurnedAway } from "./judge-turned-away";
import type { LiveConnection, SentCommand } from "./live-session";
import { LiveStreams } from "./live-streams";
import { measureOffset } from "./measure-offset";
import { SentCommands } from "./sent-commands";
import { hasFloor, SpeakingLine } from "./speaking-line";

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

/** Without an answer for this long, an ask counts as lost on the way; it is asked again. */
const ANSWER_PATIENCE_MS = 8_000;
/** Closed by the server, Socket.IO leaves it to us to come back (`active`); spread out, so that a whole hall does not come at once. */
const BACK_AFTER_MS = { least: 50, spread: 400 } as const;

/** A new phase changes everybody's rights at once: not all read their menus anew in the same moment. */
const RIGHTS_SPREAD_MS = 1_000;

/** What a page shows; a new object at each change. */
export interface LiveView {
  readonly state: LiveState;
  readonly standings: ReadonlyMap<string, StreamStanding>;
  readonly presence: ReadonlySet<ParticipationId>;
  readonly connection: LiveConnection;
  readonly offsetMs: number | undefined;
  readonly sent: readonly SentCommand[];
  /** The last way into a video room that was told without being asked for. */
  readonly roomOffer: RoomOffer | null;
  /** How often the server has said that the person's rights changed: what the page knows of them otherwise is to be read anew. */
  readonly rightsChanged: number;
}

type Link =
  /** Not started yet, or the page has gone. */
  | { readonly kind: "none" }
  /** `seen`: the page has been connected before. */
  | { readonly kind: "away"; readonly socket: LiveSocket; readonly seen: boolean }
  /** Turned away for having too many pages open, so many times in a row. */
  | { readonly kind: "crowded"; readonly socket: LiveSocket; readonly times: number }
  /** Connected, and not in the session yet. */
  | { readonly kind: "arriving"; readonly socket: LiveSocket; readonly seen: boolean; readonly closing: Closing }
  | { readonly kind: "online"; readonly socket: LiveSocket; readonly closing: Closing }
  /** For good. */
  | { readonly kind: "over"; readonly why: "signed-out" | "refused" };

/** What the server said before it closes. */
type Closing = LiveClosing | null;

/** One page's live session, apart from React: holds the state, follows the streams, sends the commands. */
export class LiveClient {
  readonly commands: SentCommands;
  readonly #streams: LiveStreams;
  readonly #clock: Ask<number>;
  readonly #speaking: SpeakingLine;
  readonly #listeners = new Set<() => void>();
  #link: Link = { kind: "none" };
  /** As this connection was told. */
  #speaks = false;
  #callOffRights: () => void = () => undefined;
  #view: LiveView;

  constructor(
    snapshot: LiveSnapshot,
    private readonly pauses: Pauses = browserPauses,
  ) {
    this.#streams = new LiveStreams(
      snapshot,
      {
        join: async (stream) => this.#asking().emitWithAck("join", { stream }),
        leave: (stream) => this.#here()?.emit("leave", { stream }),
        changed: () => this.#streamsChanged(),
      },
      pauses,
    );
    this.commands = new SentCommands(
      {
        deliver: async (envelope) => this.#asking().emitWithAck("command", envelope),
        changed: () => this.#show({ sent: this.commands.list }),
      },
      pauses,
      snapshot.readAtMs,
    );
    this.#clock = new Ask(
      {
        put: async () => accept(await measureOffset(() => this.#asking().emitWithAck("clock"))),
        settled: (measured) => measured.ok && this.#show({ offsetMs: measured.value }),
      },
      pauses,
    );
    this.#speaking = new SpeakingLine(pauses, () => this.#show({}));
    const { state, standings } = this.#streams;
    const nothing = {
      presence: new Set<ParticipationId>(),
      offsetMs: undefined,
      sent: [],
      roomOffer: null,
      rightsChanged: 0,
    };
    this.#view = { state, standings, connection: "connecting", ...nothing };
  }

  readonly view = (): LiveView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a socket that has not connected yet, and connects it. */
  start(socket: LiveSocket): void {
    this.#link = { kind: "away", socket, seen: false };
    socket.on("facts", (messages) => this.#streams.hear(messages));
    socket.on("presence", ({ sessionId, present }) => {
      if (sessionId === this.#view.state.session.sessionId) this.#show({ presence: new Set(present) });
    });
    socket.on("room", (ahead) => this.#show({ roomOffer: { ahead, heardAtMs: performance.now() } }));
    socket.on("beat", (answer) => {
      answer();
      if (this.#speaks) this.#speaking.heard();
    });
    socket.on("closing", (closing) => {
      if (this.#link.kind === "arriving" || this.#link.kind === "online") this.#link = { ...this.#link, closing };
      if (closing === "rights-changed") this.#rightsChangeSoon();
    });
    socket.on("connect", () => this.#connected(socket));
    socket.on("disconnect", () => this.#disconnected(socket));
    socket.on("connect_error", ({ message }) => this.#turnedAway(socket, message));
    socket.connect();
  }

  stop(): void {
    this.#callOffRights();
    const link = this.#link;
    this.#link = { kind: "none" };
    this.#interrupt();
    if (!("socket" in link)) return;
    link.socket.removeAllListeners();
    link.socket.disconnect();
  }

  #rightsChangeSoon(): void {
    this.#callOffRights();
    this.#callOffRights = this.pauses.after(this.pauses.chance() * RIGHTS_SPREAD_MS, () =>
      this.#show({ rightsChanged: this.#view.rightsChanged + 1 }),
    );
  }

  #connected(socket: LiveSocket): void {
    this.#link = { kind: "arriving", socket, seen: this.#view.connection !== "connecting", closing: null };
    this.#streams.connected();
    this.#clock.ask();
  }

  #disconnected(socket: LiveSocket): void {
    const link = this.#link;
    if (link.kind !== "arriving" && link.kind !== "online") return;
    this.#interrupt();
    if (link.closing === "signed-out") {
      this.#end("signed-out");
      return;
    }
    this.#link = { kind: "away", socket, seen: true };
    this.#show({});
    if (!socket.active) this.#comeBack(socket, BACK_AFTER_MS.least + this.pauses.chance() * BACK_AFTER_MS.spread);
  }

  #turnedAway(socket: LiveSocket, message: string): void {
    const times = this.#link.kind === "crowded" ? this.#link.times : 0;
    const after = judgeTurnedAway({ message, times, chance: this.pauses.chance() });
    if (after.kind === "over") this.#end(after.why);
    // The network has gone meanwhile: that is what holds the page up now.
    if (after.kind === "unreached" && this.#link.kind === "crowded") {
      this.#link = { kind: "away", socket, seen: true };
      this.#show({});
    }
    if (after.kind !== "crowded") return;
    this.#link = { kind: "crowded", socket, times: times + 1 };
    this.#show({});
    this.#comeBack(socket, after.afterMs);
  }

  #comeBack(socket: LiveSocket, afterMs: number): void {
    this.pauses.after(afterMs, () => {
      const link = this.#link;
      if ((link.kind === "away" || link.kind === "crowded") && link.socket === socket) socket.connect();
    });
  }

  #streamsChanged(): void {
    const { session, state, standings } = this.#streams;
    const link = this.#link;
    if (session.kind === "refused") this.#end(session.refusal.code === "sign-in-needed" ? "signed-out" : "refused");
    else if (session.kind === "granted" && link.kind === "arriving") {
      this.#link = { kind: "online", socket: link.socket, closing: link.closing };
      this.commands.connected();
    }
    this.#tellSpeaking();
    this.#show({ state, standings });
  }

  /** The server looks more closely after the line of who has the floor. */
  #tellSpeaking(): void {
    const speaks = this.#link.kind === "online" && hasFloor(this.#streams.state);
    if (speaks === this.#speaks) return;
    this.#speaks = speaks;
    this.#here()?.emit("speaking", speaks);
    if (speaks) this.#speaking.heard();
    else this.#speaking.stop();
  }

  /** What was asked on this connection is not answered any more. */
  #interrupt(): void {
    this.#speaks = false;
    this.#speaking.stop();
    this.#streams.disconnected();
    this.commands.disconnected();
    this.#clock.interrupt();
  }

  #end(why: Extract<Link, { kind: "over" }>["why"]): void {
    const link = this.#link;
    this.#link = { kind: "over", why };
    this.#interrupt();
    this.commands.end({ code: why === "signed-out" ? "sign-in-needed" : "page-too-old" });
    this.#show({});
    if ("socket" in link) link.socket.disconnect();
  }

  #here(): LiveSocket | null {
    const link = this.#link;
    return link.kind === "arriving" || link.kind === "online" ? link.socket : null;
  }

  #asking() {
    const socket = this.#here();
    if (!socket) throw new Error("no connection");
    return socket.timeout(ANSWER_PATIENCE_MS);
  }

  #connection(): LiveConnection {
    const link = this.#link;
    switch (link.kind) {
      case "none":
        return "connecting";
      case "away":
      case "arriving":
        return link.seen ? "reconnecting" : "connecting";
      case "online":
        return this.#speaking.isLost ? "reconnecting" : "online";
      case "crowded":
        return link.kind;
      case "over":
        return link.why;
    }
  }

  #show(change: Partial<LiveView>): void {
    this.#view = { ...this.#view, ...change, connection: this.#connection() };
    for (const listener of this.#listeners) listener();
  }
}

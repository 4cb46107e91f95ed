import type { Socket } from "socket.io";
import { rolesIn } from "~/app/domain/assembly/actor";
import { readStream } from "~/app/domain/deliberation/streams";
import { accept, type Refused, type Result, refuse } from "~/app/domain/kernel/result";
import type { WrittenFact } from "~/server/announcer/announcer";
import { who } from "~/server/auth/who";
import type { App, Caller, SignedIn } from "~/server/context";
import { refusalOfStore } from "~/server/kernel/carry-out";
import { liveStream } from "~/server/queries/live/live-stream";
import {
  type ClientEvents,
  commandEnvelope,
  type ServerEvents,
  type StreamSnapshot,
  streamEnvelope,
} from "../../protocol/live-messages";
import { Heartbeat, SILENT_AFTER_MS } from "../presence/heartbeat";
import type { Attendance, Presence } from "../presence/presence";
import { JoinedStreams, type Joining } from "./joined-streams";
import { takeCommand } from "./take-command";
import { TokenBucket } from "./token-bucket";

export type LiveSocket = Socket<ClientEvents, ServerEvents>;

/** Whose connection it is, and from which of their devices. */
export type Holder = Pick<SignedIn, "personId" | "deviceId">;

/** What became of finding out whose a connection is. `changed-meanwhile`: their rights, or their device, while it was asked. */
export type Met = "nobody" | "known" | "changed-meanwhile";

/** Streams left, and questions what time it is. */
const SMALL = { burst: 1_000, perSecond: 100 };

interface LivePorts {
  readonly presence: Presence;
  /** What its person may ask, on all their pages together. */
  readonly commands: TokenBucket;
}

/** One page with its live connection. Rights are read anew for everything it asks (L3). */
export class LiveConnection {
  readonly #streams: JoinedStreams;
  readonly #presence: Presence;
  readonly #attendance: Attendance;
  readonly #commands: TokenBucket;
  readonly #small = new TokenBucket(SMALL.burst, SMALL.perSecond);
  #holder: Holder | null = null;
  /** What changed while it was not known yet whose it is: each says of a holder whether it concerns them. */
  #missed: ((holder: Holder) => boolean)[] = [];

  constructor(
    readonly socket: LiveSocket,
    private readonly app: App,
    { presence, commands }: LivePorts,
  ) {
    this.#presence = presence;
    this.#attendance = presence.attend();
    this.#commands = commands;
    this.#streams = new JoinedStreams({
      follow: (stream) => void socket.join(stream),
      unfollow: (stream) => this.#unfollow(stream),
    });
    socket.on("command", (envelope, answer) => void this.#answer(answer, () => this.#command(envelope)));
    socket.on("join", (envelope, answer) => void this.#answer(answer, () => this.#join(envelope)));
    socket.on("leave", (envelope) => this.#leave(envelope));
    socket.on("clock", (answer) => {
      if (typeof answer === "function" && this.#mayTell()) answer(app.clock.now().getTime());
    });
    const heartbeat = new Heartbeat({
      // Beats are not kept for a line that is away, nor is what would be done at their answers.
      ask: (answered) =>
        void socket.volatile.timeout(SILENT_AFTER_MS).emit("beat", (late) => {
          if (late === null) answered();
        }),
      silent: () => this.#attendance.silence(true),
      heard: () => this.#attendance.silence(false),
      nowMs: () => performance.now(),
    });
    socket.on("speaking", (isSpeaking) => {
      if (!this.#mayTell()) return;
      if (isSpeaking === true) heartbeat.start();
      else heartbeat.stop();
    });
    socket.on("disconnect", () => {
      heartbeat.stop();
      this.#streams.end();
      this.#attendance.end();
    });
  }

  /** A fact that came while its stream is being joined. */
  hear(fact: WrittenFact): void {
    this.#streams.hear(fact);
  }

  /** Null until it is known. */
  get holder(): Holder | null {
    return this.#holder;
  }

  /** Finds out whose it is. What changes meanwhile is not missed: a stream may have been joined with the rights of before. */
  async meet(): Promise<Met> {
    const { signedIn } = await who(this.app, this.socket.request.headers.cookie);
    this.#holder = signedIn;
    const missed = this.#missed.splice(0);
    if (!signedIn) return "nobody";
    return missed.some((concerns) => concerns(signedIn)) ? "changed-meanwhile" : "known";
  }

  /** Rights of somebody changed, or a device ended: answers whether it is a known holder's whom this concerns. */
  concerns(whose: (holder: Holder) => boolean): boolean {
    if (this.#holder === null) this.#missed.push(whose);
    return this.#holder !== null && whose(this.#holder);
  }

  async caller(): Promise<Caller> {
    const { actor } = await who(this.app, this.socket.request.headers.cookie);
    return { app: this.app, actor };
  }

  async #command(envelope: unknown): Promise<Result<unknown>> {
    const read = commandEnvelope.safeParse(envelope);
    return read.success ? takeCommand(await this.caller(), read.data) : refuse("not-understood");
  }

  async #join(envelope: unknown): Promise<Result<StreamSnapshot>> {
    const read = streamEnvelope.safeParse(envelope);
    if (!read.success) return refuse("not-understood");
    const { stream } = read.data;
    const joining = this.#streams.begin(stream);
    const { caller, followed } = await this.#read(stream, joining).catch((error: unknown) => {
      joining.giveUp();
      throw error;
    });
    if (!followed.ok) return joining.leave() ? followed : refuse("changed-meanwhile");
    const early = joining.join();
    if (!early) return refuse("changed-meanwhile");
    const { version, state, sessionId } = followed.value;
    const later = early.filter((fact) => fact.version > version);
    if (later.length > 0) this.socket.emit("facts", later.map(factMessage));
    if (sessionId !== null && "assemblyId" in state) {
      const held = rolesIn(caller.actor, state.assemblyId).map(({ participationId }) => participationId);
      this.#attendance.enter(sessionId, held);
      this.socket.emit("presence", { sessionId, present: this.#presence.present(sessionId) });
    }
    return accept({ stream, version, state, ...("me" in followed.value && { me: followed.value.me }) });
  }

  /** Who may follow these streams has changed: asked anew, without a word to whoever still may (L7). */
  async recheck(streams: readonly string[]): Promise<void> {
    for (const stream of streams) {
      await this.#streams.recheck(stream, async () => (await liveStream(await this.caller(), stream)).ok);
    }
  }

  async #read(stream: string, joining: Joining) {
    for (;;) {
      const caller = await this.caller();
      const followed = await liveStream(caller, stream);
      if (!joining.doubted()) return { caller, followed };
    }
  }

  #mayAsk(): boolean {
    return this.#commands.take(performance.now());
  }

  /** What costs next to nothing is counted for each page: what a page has left must not stay because of another. */
  #mayTell(): boolean {
    return this.#small.take(performance.now());
  }

  #leave(envelope: unknown): void {
    if (!this.#mayTell()) return;
    const read = streamEnvelope.safeParse(envelope);
    if (!read.success) return;
    this.#streams.leave(read.data.stream);
  }

  /** Who follows a session no more is not present in it through this page. */
  #unfollow(key: string): void {
    void this.socket.leave(key);
    const stream = readStream(key);
    if (stream?.kind === "session") this.#attendance.leave(stream.sessionId);
  }

  async #answer<T>(answer: unknown, work: () => Promise<Result<T>>): Promise<void> {
    if (typeof answer !== "function") return;
    if (!this.#mayAsk()) {
      answer(refuse("too-many-commands"));
      return;
    }
    try {
      answer(await work());
    } catch (error) {
      answer(this.#failed(error));
    }
  }

  /** A store that cannot serve just now is asked again; a fault of ours would be met again, and is told once. */
  #failed(error: unknown): Refused {
    const refusal = refusalOfStore(error);
    if (refusal) this.app.log.warn({ err: error, refusal: refusal.code }, "a store could not serve a live page");
    else this.app.log.error({ err: error }, "what a live page asked failed");
    return { ok: false, refusal: refusal ?? { code: "fault-of-ours" } };
  }
}

export function factMessage({ stream, version, type, payload }: WrittenFact) {
  return { stream, version, type, payload };
}

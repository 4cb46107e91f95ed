import type { Socket } from "socket.io";
import { rolesIn } from "~/app/domain/assembly/actor";
import { readStream } from "~/app/domain/deliberation/streams";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { who } from "~/server/auth/who";
import type { App, Caller, SignedIn } from "~/server/context";
import type { WrittenFact } from "~/server/jobs/announcer";
import { liveStream } from "~/server/queries/live/live-stream";
import type { Presence } from "../presence/presence";
import {
  type ClientEvents,
  commandEnvelope,
  type ServerEvents,
  type StreamSnapshot,
  streamEnvelope,
} from "../protocol/live-messages";
import { runCommand } from "./command-registry";
import { TokenBucket } from "./token-bucket";

export type LiveSocket = Socket<ClientEvents, ServerEvents>;

/** Whose connection it is, and from which of their devices. */
export type Holder = Pick<SignedIn, "personId" | "deviceId">;

/** Streams left, and questions what time it is. */
const SMALL = { burst: 1_000, perSecond: 100 };

interface LivePorts {
  readonly presence: Presence;
  /** What its person may ask, on all their pages together. */
  readonly commands: TokenBucket;
}

/** One page with its live connection. Rights are read anew for everything it asks (L3). */
export class LiveConnection {
  /** Streams that are being joined, with the facts that came meanwhile. */
  readonly #joining = new Map<string, WrittenFact[]>();
  readonly #presence: Presence;
  readonly #commands: TokenBucket;
  readonly #small = new TokenBucket(SMALL.burst, SMALL.perSecond);
  #holder: Holder | null = null;
  /** Something changed that may concern it, while it was not known yet whose it is. */
  #doubted = false;

  constructor(
    readonly socket: LiveSocket,
    private readonly app: App,
    { presence, commands }: LivePorts,
  ) {
    this.#presence = presence;
    this.#commands = commands;
    socket.on("command", (envelope, answer) => void this.#answer(answer, () => this.#command(envelope)));
    socket.on("join", (envelope, answer) => void this.#answer(answer, () => this.#join(envelope)));
    socket.on("leave", (envelope) => this.#leave(envelope));
    socket.on("clock", (answer) => {
      if (typeof answer === "function" && this.#mayTell()) answer(app.clock.now().getTime());
    });
    socket.on("disconnect", () => presence.leave(socket.id));
  }

  /** A fact that came while its stream is being joined. */
  hear(fact: WrittenFact): void {
    this.#joining.get(fact.stream)?.push(fact);
  }

  /** Null until it is known. */
  get holder(): Holder | null {
    return this.#holder;
  }

  /** Finds out whose it is; null when nobody is signed in. What changes meanwhile is not missed. */
  async meet(): Promise<Holder | null> {
    do {
      this.#doubted = false;
      this.#holder = (await who(this.app, this.socket.request.headers.cookie)).signedIn;
    } while (this.#doubted);
    return this.#holder;
  }

  /** Rights of somebody changed, or a device ended: answers whether it is a known holder's whom this concerns. */
  concerns(whose: (holder: Holder) => boolean): boolean {
    if (this.#holder === null) this.#doubted = true;
    return this.#holder !== null && whose(this.#holder);
  }

  async caller(): Promise<Caller> {
    const { actor } = await who(this.app, this.socket.request.headers.cookie);
    return { app: this.app, actor };
  }

  async #command(envelope: unknown): Promise<Result<unknown>> {
    const read = commandEnvelope.safeParse(envelope);
    return read.success ? runCommand(await this.caller(), read.data) : refuse("not-understood");
  }

  async #join(envelope: unknown): Promise<Result<StreamSnapshot>> {
    const read = streamEnvelope.safeParse(envelope);
    if (!read.success) return refuse("not-understood");
    const { stream } = read.data;
    const early: WrittenFact[] = [];
    this.#joining.set(stream, early);
    const { caller, followed } = await this.#follow(stream).catch((error: unknown) => {
      this.#joining.delete(stream);
      throw error;
    });
    if (!this.socket.connected) {
      this.#joining.delete(stream);
      return refuse("sign-in-needed");
    }
    // From the one to the other without a pause: no fact falls between.
    void (followed.ok ? this.socket.join(stream) : this.socket.leave(stream));
    this.#joining.delete(stream);
    if (!followed.ok) return followed;
    const { value } = followed;
    const { version, state, sessionId } = value;
    for (const fact of early) if (fact.version > version) this.socket.emit("fact", factMessage(fact));
    if (sessionId !== null && "assemblyId" in state) {
      const held = rolesIn(caller.actor, state.assemblyId).map(({ participationId }) => participationId);
      this.#presence.enter(sessionId, this.socket.id, held);
      this.socket.emit("presence", { sessionId, present: this.#presence.present(sessionId) });
    }
    return accept({ stream, version, state });
  }

  async #follow(stream: string) {
    const caller = await this.caller();
    return { caller, followed: await liveStream(caller, stream) };
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
    const stream = readStream(read.data.stream);
    void this.socket.leave(read.data.stream);
    if (stream?.kind === "session") this.#presence.leave(this.socket.id, stream.sessionId);
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
      this.app.log.error({ error: error instanceof Error ? error.name : "unknown" }, "a live command failed");
      answer(refuse("storage-busy"));
    }
  }
}

export function factMessage({ stream, version, type, payload }: WrittenFact) {
  return { stream, version, type, payload };
}

import type { LiveSnapshot, LiveState, Me, SessionState } from "~/app/domain/deliberation/live-state";
import { followedStreams, readStream, sessionStream } from "~/app/domain/deliberation/streams";
import { keysOf } from "~/app/domain/kernel/entries-of";
import type { Result } from "~/app/domain/kernel/result";
import type { FactMessage, StreamSnapshot } from "../../protocol/live-messages";
import type { AskState, Pauses } from "./ask";
import { isCalls, isGroup, isSession, type KnownStream, type StreamState } from "./fold-fact";
import { FollowedStream, type StreamStanding } from "./followed-stream";

export interface StreamPorts {
  /** Asks the server for a stream's snapshot, and to be told of its facts; rejects when no answer came. */
  join(stream: string): Promise<Result<StreamSnapshot>>;
  leave(stream: string): void;
  changed(): void;
}

/** The streams of one session as a page follows them: keeps each state at its version, and joins and leaves as people move. */
export class LiveStreams {
  readonly #streams = new Map<string, FollowedStream>();
  #state: LiveState;
  /** The session as it was told last. */
  #told: SessionState;
  #holding = false;
  #connected = false;

  constructor(
    snapshot: LiveSnapshot,
    private readonly ports: StreamPorts,
    private readonly pauses: Pauses,
  ) {
    const { versions, readAtMs: _, ...state } = snapshot;
    this.#state = state;
    this.#told = state.session;
    for (const stream of followedStreams(state)) {
      const known = stateOf(stream, state);
      this.#follow(stream, known ? { version: versions[stream] ?? 0, state: known, early: [] } : null);
    }
  }

  get state(): LiveState {
    return this.#state;
  }

  get standings(): ReadonlyMap<string, StreamStanding> {
    return new Map([...this.#streams].map(([stream, followed]) => [stream, followed.standing]));
  }

  /** How far the session itself has been asked for: the page is online once it is granted. */
  get session(): AskState {
    return this.#streams.get(this.#sessionStream)?.asked ?? { kind: "wanted" };
  }

  /** A connection is there: everything is asked for anew. */
  connected(): void {
    this.disconnected();
    this.#connected = true;
    for (const followed of this.#streams.values()) followed.ask();
  }

  disconnected(): void {
    this.#connected = false;
    for (const followed of this.#streams.values()) followed.interrupt();
  }

  /** What happened at once is told at once: nobody is in the plenary between a round that ends and the session that ends with it. */
  hear(messages: readonly FactMessage[]): void {
    const before = this.#state;
    this.#holding = true;
    for (const { stream, ...fact } of messages) this.#streams.get(stream)?.hear(fact);
    this.#holding = false;
    if (this.#state !== before) this.#tell();
  }

  get #sessionStream(): string {
    return sessionStream(this.#state.session.sessionId);
  }

  #follow(stream: string, known: KnownStream | null = null): FollowedStream {
    const ports = {
      put: async () => {
        const answer = await this.ports.join(stream);
        if (answer.ok && answer.value.me) this.#renew(answer.value.me);
        return answer;
      },
      changed: () => this.#changed(stream, followed),
      pauses: this.pauses,
    };
    const followed = new FollowedStream(ports, known);
    this.#streams.set(stream, followed);
    return followed;
  }

  /** What the person may do here, as the server says it now: they may follow other streams from now on. */
  #renew(me: Me): void {
    if (JSON.stringify(me) === JSON.stringify(this.#state.me)) return;
    this.#state = { ...this.#state, me };
    this.#followWanted(true);
    this.ports.changed();
  }

  #changed(stream: string, followed: FollowedStream): void {
    this.#state = withStream(this.#state, stream, followed.known?.state);
    if (!this.#holding) this.#tell();
  }

  #tell(): void {
    const { session } = this.#state;
    const before = this.#told;
    this.#told = session;
    if (session !== before) this.#followWanted(mayChangeRights(before, session));
    this.ports.changed();
  }

  /** What is wanted now; `again`: what was refused may be granted now. */
  #followWanted(again: boolean): void {
    const wanted = new Set(followedStreams(this.#state));
    for (const stream of this.#streams.keys()) if (!wanted.has(stream)) this.#drop(stream);
    for (const stream of wanted) {
      const known = this.#streams.get(stream);
      const followed = known ?? this.#follow(stream);
      if (this.#connected && (!known || (again && known.asked.kind === "refused"))) followed.ask();
    }
  }

  #drop(stream: string): void {
    this.#streams.get(stream)?.interrupt();
    this.#streams.delete(stream);
    if (this.#connected) this.ports.leave(stream);
    this.#state = withStream(this.#state, stream, undefined);
  }
}

/** Whatever happens in a session but speaking may let somebody into a group, or out of it. */
function mayChangeRights({ floor: _, ...before }: SessionState, after: SessionState): boolean {
  return keysOf(before).some((key) => before[key] !== after[key]);
}

function stateOf(stream: string, state: LiveState): StreamState | undefined {
  const read = readStream(stream);
  if (read?.kind === "session") return state.session;
  if (read?.kind === "group") return state.groups[read.groupId];
  if (read?.kind === "calls") return state.groupCalls[read.groupId];
  return state.help;
}

/** Without a state, nothing is known of the stream (any more); of the session something always is. */
function withStream(state: LiveState, stream: string, known: StreamState | undefined): LiveState {
  const read = readStream(stream);
  if (read?.kind === "session") return known && isSession(known) ? { ...state, session: known } : state;
  if (read?.kind === "calls") {
    const { [read.groupId]: _, ...others } = state.groupCalls;
    return { ...state, groupCalls: known && isCalls(known) ? { ...others, [read.groupId]: known } : others };
  }
  if (read?.kind !== "group") return { ...state, help: known && isCalls(known) ? known : [] };
  const { [read.groupId]: _, ...others } = state.groups;
  return { ...state, groups: known && isGroup(known) ? { ...others, [read.groupId]: known } : others };
}

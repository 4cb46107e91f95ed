import type { FactMessage, StreamSnapshot } from "~/realtime/protocol/live-messages";
import type { GroupState, HelpCall, LiveSnapshot, LiveState, SessionState } from "../../domain/deliberation/live-state";
import { followedStreams, readStream, sessionStream } from "../../domain/deliberation/streams";
import type { GroupId } from "../../domain/kernel/ids";
import { type FollowedStream, foldFact, foldSnapshot } from "./fold-fact";

/** A gap that has not closed by itself after this long is fetched (rule L4). */
export const GAP_PATIENCE_MS = 200;

export interface StreamPorts {
  /** Asks the server for a stream's snapshot, and to be told of its facts. */
  join(stream: string): void;
  leave(stream: string): void;
  changed(state: LiveState): void;
}

/** The streams of one session as a page follows them: keeps each state at its version, and joins and leaves as people move. */
export class LiveStreams {
  readonly #followed = new Map<string, FollowedStream>();
  readonly #joined = new Set<string>();
  readonly #gaps = new Map<string, ReturnType<typeof setTimeout>>();
  #state: LiveState;

  constructor(
    snapshot: LiveSnapshot,
    private readonly ports: StreamPorts,
  ) {
    const { versions, readAtMs: _, ...state } = snapshot;
    this.#state = state;
    for (const stream of followedStreams(state)) {
      const known = stateOf(stream, state);
      if (known) this.#followed.set(stream, { version: versions[stream] ?? 0, state: known, early: [] });
    }
  }

  get state(): LiveState {
    return this.#state;
  }

  /** A connection is there: follow everything anew. */
  joinAll(): void {
    this.#joined.clear();
    this.#joinWanted();
  }

  take(snapshot: StreamSnapshot): void {
    const { stream } = snapshot;
    this.#keep(stream, foldSnapshot(stream, this.#followed.get(stream), snapshot));
  }

  hear({ stream, ...fact }: FactMessage): void {
    const followed = this.#followed.get(stream);
    if (followed) this.#keep(stream, foldFact(stream, followed, fact));
  }

  stop(): void {
    for (const timer of this.#gaps.values()) clearTimeout(timer);
    this.#gaps.clear();
  }

  #keep(stream: string, { followed, gap }: ReturnType<typeof foldSnapshot>): void {
    const before = this.#followed.get(stream);
    this.#followed.set(stream, followed);
    this.#watchGap(stream, gap);
    if (before?.state === followed.state) return;
    this.#state = withStream(this.#state, stream, followed);
    if (stream === sessionStream(this.#state.session.sessionId)) this.#joinWanted();
    this.ports.changed(this.#state);
  }

  #watchGap(stream: string, gap: boolean): void {
    const waiting = this.#gaps.get(stream);
    if (!gap) {
      clearTimeout(waiting);
      this.#gaps.delete(stream);
    } else if (!waiting) {
      const fetch = (): void => {
        this.#gaps.delete(stream);
        this.ports.join(stream);
      };
      this.#gaps.set(stream, setTimeout(fetch, GAP_PATIENCE_MS));
    }
  }

  #joinWanted(): void {
    const wanted = new Set(followedStreams(this.#state));
    for (const stream of this.#joined) if (!wanted.has(stream)) this.#drop(stream);
    for (const stream of wanted) {
      if (this.#joined.has(stream)) continue;
      this.#joined.add(stream);
      this.ports.join(stream);
    }
  }

  #drop(stream: string): void {
    this.#joined.delete(stream);
    this.#followed.delete(stream);
    this.#watchGap(stream, false);
    this.ports.leave(stream);
    const kind = readStream(stream);
    if (kind?.kind !== "group") return;
    const { [kind.groupId]: _, ...groups } = this.#state.groups;
    this.#state = { ...this.#state, groups };
  }
}

function stateOf(stream: string, state: LiveState): FollowedStream["state"] | undefined {
  const read = readStream(stream);
  if (read?.kind === "session") return state.session;
  if (read?.kind === "group") return state.groups[read.groupId];
  return state.help;
}

function withStream(state: LiveState, stream: string, followed: FollowedStream): LiveState {
  const read = readStream(stream);
  if (read?.kind === "session") return { ...state, session: followed.state as SessionState };
  if (read?.kind !== "group") return { ...state, help: followed.state as readonly HelpCall[] };
  const groups = { ...state.groups, [read.groupId as GroupId]: followed.state as GroupState };
  return { ...state, groups };
}

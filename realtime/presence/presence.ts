import type { ParticipationId } from "~/app/domain/kernel/ids";

/** Four messages a second at most (L6). */
export const PRESENCE_PAUSE_MS = 250;

type Connection = string;

/** Who is in each session: in memory only, since it is true only while connections live. */
export class Presence {
  readonly #sessions = new Map<string, Map<Connection, readonly ParticipationId[]>>();
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly tell: (sessionId: string, present: readonly ParticipationId[]) => void) {}

  enter(sessionId: string, connection: Connection, participations: readonly ParticipationId[]): void {
    const connections = this.#sessions.get(sessionId) ?? new Map<Connection, readonly ParticipationId[]>();
    this.#sessions.set(sessionId, connections);
    connections.set(connection, participations);
    this.#tellSoon(sessionId);
  }

  /** A connection left one session, or all of them. */
  leave(connection: Connection, only?: string): void {
    for (const [sessionId, connections] of this.#sessions) {
      if (only !== undefined && only !== sessionId) continue;
      if (!connections.delete(connection)) continue;
      if (connections.size === 0) this.#sessions.delete(sessionId);
      this.#tellSoon(sessionId);
    }
  }

  /** Each participation once, in a stable order. */
  present(sessionId: string): readonly ParticipationId[] {
    return [...new Set([...(this.#sessions.get(sessionId)?.values() ?? [])].flat())].sort();
  }

  stop(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  /** After the pause, so that a page that reloads does not seem to leave. */
  #tellSoon(sessionId: string): void {
    if (this.#due.has(sessionId)) return;
    const timer = setTimeout(() => {
      this.#due.delete(sessionId);
      this.tell(sessionId, this.present(sessionId));
    }, PRESENCE_PAUSE_MS);
    timer.unref();
    this.#due.set(sessionId, timer);
  }
}

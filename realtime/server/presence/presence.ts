import type { ParticipationId, SessionId } from "~/app/domain/kernel/ids";

/** Four messages a second at most (L6). */
export const PRESENCE_PAUSE_MS = 250;

/** What one connection has to do with presence. Once it has ended, nothing it was asked before makes anybody present again. */
export interface Attendance {
  enter(sessionId: SessionId, participations: readonly ParticipationId[]): void;
  leave(sessionId: SessionId): void;
  /** It does not answer, or does again: it makes nobody present meanwhile. */
  silence(isSilent: boolean): void;
  /** The connection is gone. */
  end(): void;
}

/** Who is in each session: in memory only, since it is true only while connections live. */
export class Presence {
  readonly #sessions = new Map<SessionId, Map<Attendance, readonly ParticipationId[]>>();
  /** Connections that do not answer now. */
  readonly #silent = new Set<Attendance>();
  readonly #due = new Map<SessionId, ReturnType<typeof setTimeout>>();

  constructor(private readonly tell: (sessionId: SessionId, present: readonly ParticipationId[]) => void) {}

  /** A connection begins. */
  attend(): Attendance {
    let ended = false;
    const attendance: Attendance = {
      enter: (sessionId, participations) => {
        if (!ended) this.#enter(sessionId, attendance, participations);
      },
      leave: (sessionId) => this.#leave(sessionId, attendance),
      silence: (isSilent) => {
        if (!ended) this.#silence(attendance, isSilent);
      },
      end: () => {
        ended = true;
        this.#silent.delete(attendance);
        for (const sessionId of [...this.#sessions.keys()]) this.#leave(sessionId, attendance);
      },
    };
    return attendance;
  }

  /** Each participation once, in a stable order. */
  present(sessionId: SessionId): readonly ParticipationId[] {
    const answering = [...(this.#sessions.get(sessionId) ?? [])].filter(
      ([attendance]) => !this.#silent.has(attendance),
    );
    return [...new Set(answering.flatMap(([, participations]) => participations))].sort();
  }

  stop(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  #enter(sessionId: SessionId, attendance: Attendance, participations: readonly ParticipationId[]): void {
    const attendances = this.#sessions.get(sessionId) ?? new Map<Attendance, readonly ParticipationId[]>();
    this.#sessions.set(sessionId, attendances);
    attendances.set(attendance, participations);
    this.#tellSoon(sessionId);
  }

  #leave(sessionId: SessionId, attendance: Attendance): void {
    const attendances = this.#sessions.get(sessionId);
    if (!attendances?.delete(attendance)) return;
    if (attendances.size === 0) this.#sessions.delete(sessionId);
    this.#tellSoon(sessionId);
  }

  #silence(attendance: Attendance, isSilent: boolean): void {
    if (isSilent) this.#silent.add(attendance);
    else this.#silent.delete(attendance);
    for (const [sessionId, attendances] of this.#sessions) if (attendances.has(attendance)) this.#tellSoon(sessionId);
  }

  /** After the pause, so that a page that reloads does not seem to leave. */
  #tellSoon(sessionId: SessionId): void {
    if (this.#due.has(sessionId)) return;
    const timer = setTimeout(() => {
      this.#due.delete(sessionId);
      this.tell(sessionId, this.present(sessionId));
    }, PRESENCE_PAUSE_MS);
    timer.unref();
    this.#due.set(sessionId, timer);
  }
}

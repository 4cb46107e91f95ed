import { HOUR_MS, MINUTE_MS } from "../kernel/clock";
import { localDateOf } from "./local-date";

export interface SessionSeen {
  readonly id: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly state: "planned" | "running" | "closed";
}

export interface VoteSeen {
  readonly id: string;
  readonly voted: boolean;
}

/** What a person's home says first. */
export type Now =
  | { readonly kind: "session-running"; readonly sessionId: string }
  | { readonly kind: "session-soon"; readonly sessionId: string; readonly minutes: number }
  | { readonly kind: "session-late"; readonly sessionId: string }
  | { readonly kind: "vote"; readonly voteId: string; readonly voted: boolean }
  | { readonly kind: "session-today"; readonly sessionId: string }
  | { readonly kind: "to-do"; readonly count: number }
  | { readonly kind: "published" }
  | { readonly kind: "results"; readonly voteId: string }
  | { readonly kind: "session-coming"; readonly sessionId: string }
  | { readonly kind: "nothing" };

const SOON_MS = HOUR_MS;

interface Seen {
  readonly sessions: readonly SessionSeen[];
  readonly votes: readonly VoteSeen[];
  /** How many things are expected and not yet done. */
  readonly toDo: number;
  /** The recommendations and their results are on the public site. */
  readonly published: boolean;
  /** The last vote that was counted, as far as the person may see it. */
  readonly countedVoteId: string | null;
  readonly nowMs: number;
  readonly timeZone: string;
}

/**
 * The one thing that matters now, in this order: a session that runs, one within the hour or that should have begun, an open vote not
 * yet cast, a session later today, what is expected, a vote that may still be changed, what came of it all (on the public site, else the counted vote), the next session.
 */
export function memberNow({ sessions, votes, toDo, published, countedVoteId, nowMs, timeZone }: Seen): Now {
  const running = sessions.find(({ state }) => state === "running");
  if (running) return { kind: "session-running", sessionId: running.id };
  const coming = sessions
    .filter(({ state, endsAtMs }) => state === "planned" && endsAtMs > nowMs)
    .sort((a, b) => a.startsAtMs - b.startsAtMs);
  const [next] = coming;
  const wait = next ? next.startsAtMs - nowMs : Number.POSITIVE_INFINITY;
  if (next && wait <= 0) return { kind: "session-late", sessionId: next.id };
  if (next && wait <= SOON_MS) {
    return { kind: "session-soon", sessionId: next.id, minutes: Math.max(1, Math.ceil(wait / MINUTE_MS)) };
  }
  const open = votes.find(({ voted }) => !voted);
  if (open) return { kind: "vote", voteId: open.id, voted: false };
  const today = localDateOf(new Date(nowMs), timeZone);
  if (next && localDateOf(new Date(next.startsAtMs), timeZone) === today) {
    return { kind: "session-today", sessionId: next.id };
  }
  if (toDo > 0) return { kind: "to-do", count: toDo };
  const [cast] = votes;
  if (cast) return { kind: "vote", voteId: cast.id, voted: true };
  if (published) return { kind: "published" };
  if (countedVoteId !== null) return { kind: "results", voteId: countedVoteId };
  return next ? { kind: "session-coming", sessionId: next.id } : { kind: "nothing" };
}

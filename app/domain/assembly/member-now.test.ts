import { describe, expect, test } from "vitest";
import { memberNow, type SessionSeen } from "./member-now";

const nowMs = Date.parse("2026-03-14T08:33:00Z");
const minutes = (count: number): number => nowMs + count * 60_000;
const session = (changes: Partial<SessionSeen> = {}): SessionSeen => ({
  id: "session",
  startsAtMs: minutes(12),
  endsAtMs: minutes(132),
  state: "planned",
  ...changes,
});
const seen = {
  sessions: [],
  votes: [],
  toDo: 0,
  published: false,
  countedVoteId: null,
  nowMs,
  timeZone: "Europe/Paris",
};

describe("what a home says first", () => {
  test("a session that runs comes before everything", () => {
    const sessions = [session(), session({ id: "running", state: "running" })];
    expect(memberNow({ ...seen, sessions, votes: [{ id: "vote", voted: false }], toDo: 3 })).toEqual({
      kind: "session-running",
      sessionId: "running",
    });
  });

  test("a session within the hour is counted in minutes, and one that should have begun is late", () => {
    expect(memberNow({ ...seen, sessions: [session()] })).toEqual({
      kind: "session-soon",
      sessionId: "session",
      minutes: 12,
    });
    const late = session({ startsAtMs: minutes(-5) });
    expect(memberNow({ ...seen, sessions: [late] })).toEqual({ kind: "session-late", sessionId: "session" });
  });

  test("an open vote not yet cast comes before a session later today", () => {
    const sessions = [session({ startsAtMs: minutes(300), endsAtMs: minutes(400) })];
    expect(memberNow({ ...seen, sessions, votes: [{ id: "vote", voted: false }] })).toMatchObject({
      kind: "vote",
      voted: false,
    });
    expect(memberNow({ ...seen, sessions })).toMatchObject({ kind: "session-today" });
  });

  test("what is expected comes before a vote that was cast and a session of another day", () => {
    const sessions = [session({ startsAtMs: minutes(3000), endsAtMs: minutes(3100) })];
    const votes = [{ id: "vote", voted: true }];
    expect(memberNow({ ...seen, sessions, votes, toDo: 2 })).toEqual({ kind: "to-do", count: 2 });
    expect(memberNow({ ...seen, sessions, votes })).toMatchObject({ kind: "vote", voted: true });
    expect(memberNow({ ...seen, sessions })).toMatchObject({ kind: "session-coming" });
  });

  test("sessions that are over say nothing", () => {
    const over = [session({ state: "closed" }), session({ startsAtMs: minutes(-300), endsAtMs: minutes(-200) })];
    expect(memberNow({ ...seen, sessions: over })).toEqual({ kind: "nothing" });
  });

  test("what came of it comes before the next session, and the public site before the counted vote", () => {
    const sessions = [session({ startsAtMs: minutes(3000), endsAtMs: minutes(3100) })];
    expect(memberNow({ ...seen, sessions, countedVoteId: "vote" })).toEqual({ kind: "results", voteId: "vote" });
    expect(memberNow({ ...seen, sessions, countedVoteId: "vote", published: true })).toEqual({ kind: "published" });
    expect(memberNow({ ...seen, published: true, toDo: 1 })).toMatchObject({ kind: "to-do" });
  });
});

import fc from "fast-check";
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

describe("at the borders of a day and an hour", () => {
  const at = (startsAtMs: number, endsAtMs = startsAtMs + 60_000) => ({
    ...seen,
    sessions: [session({ startsAtMs, endsAtMs })],
  });

  test("an hour before it a session is soon; a second earlier it is today", () => {
    expect(memberNow(at(minutes(60)))).toMatchObject({ kind: "session-soon", minutes: 60 });
    expect(memberNow(at(minutes(60) + 1))).toMatchObject({ kind: "session-today" });
  });

  test("the last minute is one minute, and at its very beginning a session is late", () => {
    expect(memberNow(at(nowMs + 1))).toMatchObject({ kind: "session-soon", minutes: 1 });
    expect(memberNow(at(minutes(1) + 1))).toMatchObject({ kind: "session-soon", minutes: 2 });
    expect(memberNow(at(nowMs))).toMatchObject({ kind: "session-late" });
  });

  test("a session that nobody began is late until its end, and then it is nothing", () => {
    expect(memberNow(at(minutes(-30), nowMs + 1))).toMatchObject({ kind: "session-late" });
    expect(memberNow(at(minutes(-30), nowMs))).toEqual({ kind: "nothing" });
  });

  test("today ends at midnight where the assembly is, not where the server is", () => {
    const midnight = Date.parse("2026-03-14T23:00:00Z");
    expect(memberNow(at(midnight - 1))).toMatchObject({ kind: "session-today" });
    expect(memberNow(at(midnight))).toMatchObject({ kind: "session-coming" });
    expect(memberNow({ ...at(midnight), timeZone: "UTC" })).toMatchObject({ kind: "session-today" });
  });

  test("of several sessions the nearest is said, in whatever order they are listed", () => {
    const later = session({ id: "later", startsAtMs: minutes(50), endsAtMs: minutes(90) });
    const nearer = session({ id: "nearer", startsAtMs: minutes(20), endsAtMs: minutes(40) });
    for (const sessions of [
      [later, nearer],
      [nearer, later],
    ]) {
      expect(memberNow({ ...seen, sessions })).toMatchObject({ sessionId: "nearer" });
    }
  });

  test("of several votes the first not yet cast is said", () => {
    const votes = [
      { id: "cast", voted: true },
      { id: "open", voted: false },
    ];
    expect(memberNow({ ...seen, votes })).toEqual({ kind: "vote", voteId: "open", voted: false });
  });
});

test("law: one thing is always said, it is there, and more to come never hides what is more pressing", () => {
  const kinds = ["session-running", "session-late", "session-soon", "vote", "session-today", "to-do"];
  const aSession = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    startsAtMs: fc.integer({ min: -200, max: 3000 }).map(minutes),
    state: fc.constantFrom("planned" as const, "running" as const, "closed" as const),
  });
  const sessions = fc
    .array(aSession, { maxLength: 4 })
    .map((all) => all.map((one) => ({ ...one, endsAtMs: one.startsAtMs + 90 * 60_000 })));
  const votes = fc.array(fc.record({ id: fc.constantFrom("v", "w"), voted: fc.boolean() }), { maxLength: 2 });
  fc.assert(
    fc.property(sessions, votes, fc.nat(2), (some, open, toDo) => {
      const now = memberNow({ ...seen, sessions: some, votes: open, toDo });
      if ("sessionId" in now) expect(some.map(({ id }) => id)).toContain(now.sessionId);
      if ("voteId" in now) expect(open.map(({ id }) => id)).toContain(now.voteId);
      const less = memberNow({ ...seen, sessions: some, votes: open, toDo: 0 });
      if (kinds.includes(less.kind) && !(less.kind === "vote" && less.voted)) expect(now).toEqual(less);
    }),
    { seed: 20261129 },
  );
});

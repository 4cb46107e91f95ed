import { describe, expect, test } from "vitest";
import { type DeskFacts, whatWaits } from "./what-waits";
import { callsMatter, type MemberSeen, whyCall } from "./who-to-call";

const nowMs = Date.parse("2026-03-14T08:00:00Z");
const inDays = (days: number): number => nowMs + days * 86_400_000;

function facts(changes: Partial<DeskFacts> = {}): DeskFacts {
  return {
    nowMs,
    openPhases: ["preparation"],
    phaseEndsAtMs: inDays(7),
    lastPhaseOpen: false,
    commitmentWritten: true,
    seats: 48,
    groupSize: 8,
    members: 0,
    quotas: 6,
    poolPeople: 400,
    draws: 0,
    invitations: { prepared: 0, awaited: 0, overdue: 0 },
    seatsToReplace: 0,
    mails: { refused: 0, kept: 0 },
    undrawn: { kept: true, dated: true },
    guarantors: 1,
    scrutineers: 2,
    facilitators: 6,
    sessions: [],
    questionsUnanswered: 0,
    recommendationsUnanswered: 0,
    draftRecommendations: 0,
    lockedRecommendations: 0,
    votes: { prepared: 0, open: 0, overdue: 0, closed: 0 },
    siteOpen: true,
    ...changes,
  };
}
const codes = (changes: Partial<DeskFacts>): string[] => whatWaits(facts(changes)).map(({ code }) => code);

describe("what waits for an organiser", () => {
  test("is nothing when everything is in place", () => {
    expect(codes({})).toEqual([]);
  });

  test("is a pool, quotas, a guarantor and scrutineers on the first day", () => {
    expect(codes({ quotas: 0, poolPeople: null, guarantors: 0, scrutineers: 0, commitmentWritten: false })).toEqual([
      "quotas-missing",
      "pool-missing",
      "guarantor-missing",
      "scrutineers-missing",
      "commitment-missing",
    ]);
  });

  test("is a mail that did not arrive, and whether old mails leave", () => {
    expect(codes({ mails: { refused: 2, kept: 3 } })).toEqual(["mails-kept", "mails-refused"]);
  });

  test("is the draw once recruitment is open, and the deletion of the undrawn after it", () => {
    expect(codes({ openPhases: ["recruitment"] })).toEqual(["draw-missing"]);
    expect(codes({ openPhases: ["recruitment"], draws: 1, undrawn: { kept: true, dated: false } })).toEqual([
      "undrawn-undated",
    ]);
  });

  test("counts the facilitators that the groups of a near session lack", () => {
    const session = { startsAtMs: inDays(5), state: "planned", inRoom: false, addressKnown: false } as const;
    expect(whatWaits(facts({ members: 20, facilitators: 1, sessions: [session] }))).toEqual([
      { code: "facilitators-missing", count: 2 },
    ]);
    expect(codes({ members: 20, facilitators: 1, sessions: [{ ...session, startsAtMs: inDays(30) }] })).toEqual([]);
  });

  test("is the vote in the phase of decision, and the public site after it", () => {
    expect(codes({ openPhases: ["decision"], lockedRecommendations: 3 })).toEqual(["vote-missing"]);
    expect(codes({ openPhases: ["decision"], votes: { prepared: 1, open: 0, overdue: 0, closed: 0 } })).toEqual([
      "vote-unopened",
    ]);
    expect(codes({ openPhases: ["publication"], siteOpen: false })).toEqual(["site-closed"]);
  });

  test("is the authority's answer once the recommendations are published, and a question only while it may be answered", () => {
    const waiting = { recommendationsUnanswered: 2, questionsUnanswered: 1 };
    expect(codes({ ...waiting, openPhases: ["publication"] })).toEqual(["responses-missing"]);
    expect(codes({ ...waiting, openPhases: ["deliberation"] })).toEqual(["questions-unanswered"]);
  });

  test("is the next phase once the days of this one are over", () => {
    expect(codes({ phaseEndsAtMs: inDays(-1) })).toEqual(["phase-over"]);
    expect(codes({ phaseEndsAtMs: inDays(-1), lastPhaseOpen: true })).toEqual([]);
  });
});

describe("who needs a call", () => {
  const member: MemberSeen = {
    id: "m",
    hasEmail: true,
    hasCard: false,
    lastSeenAtMs: inDays(-1),
    joinedAtMs: inDays(-10),
    device: "ready",
  };
  const why = (changes: Partial<MemberSeen>, nextOnlineAtMs: number | null = inDays(2)) =>
    whyCall({ ...member, ...changes }, { nowMs, nextOnlineAtMs });

  test("nobody who signed in and can take part", () => {
    expect(why({})).toBeUndefined();
    expect(why({ device: "can-follow" })).toBeUndefined();
  });

  test("whose device failed, who never came, who made no check in time, who has no way in", () => {
    expect(why({ device: "needs-help" })).toBe("device-trouble");
    expect(why({ lastSeenAtMs: null, device: null })).toBe("never-signed-in");
    expect(why({ device: null })).toBe("no-device-check");
    expect(why({ lastSeenAtMs: null, hasEmail: false })).toBe("no-way-in");
  });

  test("nobody any more once all is published", () => {
    expect([callsMatter(["decision", "publication"]), callsMatter(["publication"]), callsMatter([])]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("not for a missing check while no online session is near", () => {
    expect(why({ device: null }, inDays(20))).toBeUndefined();
    expect(why({ device: null }, null)).toBeUndefined();
  });
});

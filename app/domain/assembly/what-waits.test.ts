import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PhaseKind, phaseKinds } from "./phase";
import { type Action, rights } from "./rights";
import { type DeskFacts, type WaitingCode, whatWaits } from "./what-waits";

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

describe("what waits, one by one", () => {
  const session = { startsAtMs: inDays(5), state: "planned", inRoom: false, addressKnown: false } as const;

  test("a session that was begun more than a day ago and never closed comes before everything", () => {
    const left = { ...session, state: "running", startsAtMs: inDays(-1) - 1 } as const;
    expect(codes({ sessions: [left], guarantors: 0 })).toEqual(["session-unclosed", "guarantor-missing"]);
    expect(codes({ sessions: [{ ...left, startsAtMs: inDays(-1) }] })).toEqual([]);
    expect(codes({ sessions: [{ ...left, state: "closed" }] })).toEqual([]);
  });

  test("a room without an address, in the two weeks before its session", () => {
    const room = { ...session, inRoom: true };
    expect(codes({ sessions: [room, { ...room, addressKnown: true }, session] })).toEqual(["address-missing"]);
    expect(codes({ sessions: [{ ...room, startsAtMs: inDays(14) }] })).toEqual([]);
    expect(codes({ sessions: [{ ...room, state: "closed" }] })).toEqual([]);
  });

  test("facilitators for the seats that there are, while nobody is a member yet", () => {
    expect(whatWaits(facts({ members: 0, seats: 48, facilitators: 4, sessions: [session] }))).toEqual([
      { code: "facilitators-missing", count: 2 },
    ]);
    expect(codes({ members: 48, facilitators: 9, sessions: [session] })).toEqual([]);
    expect(codes({ members: 48, facilitators: 0, sessions: [{ ...session, startsAtMs: nowMs }] })).toEqual([]);
  });

  test("invitations and seats, as long as they may be filled", () => {
    const invited = { invitations: { prepared: 1, awaited: 3, overdue: 2 }, seatsToReplace: 4, draws: 1 };
    const waiting = ["invitations-unsent", "invitations-overdue", "seats-to-replace"];
    for (const kind of ["recruitment", "learning", "drafting"] as const) {
      expect(codes({ ...invited, openPhases: [kind] }), kind).toEqual(waiting);
    }
    for (const kind of ["decision", "publication"] as const)
      expect(codes({ ...invited, openPhases: [kind] })).toEqual([]);
  });

  test("a recommendation that is not finished, while it may be written", () => {
    expect(whatWaits(facts({ openPhases: ["drafting"], draftRecommendations: 3 }))).toEqual([
      { code: "recommendations-unlocked", count: 3 },
    ]);
    expect(codes({ openPhases: ["decision"], draftRecommendations: 3 })).toEqual([]);
  });

  test("no vote where one is open or counted already, or nothing is locked to vote on", () => {
    const decision = { openPhases: ["decision"], lockedRecommendations: 2 } as const;
    expect(codes({ ...decision, votes: { prepared: 0, open: 1, overdue: 0, closed: 0 } })).toEqual([]);
    expect(codes({ ...decision, votes: { prepared: 0, open: 0, overdue: 0, closed: 1 } })).toEqual([]);
    expect(codes({ ...decision, lockedRecommendations: 0 })).toEqual([]);
    expect(codes({ ...decision, votes: { prepared: 0, open: 1, overdue: 1, closed: 0 } })).toEqual(["vote-overdue"]);
  });

  test("no draw without a pool and quotas, and none once there is one", () => {
    expect(codes({ openPhases: ["recruitment"], poolPeople: null })).toEqual(["pool-missing"]);
    expect(codes({ openPhases: ["recruitment"], quotas: 0 })).toEqual(["quotas-missing"]);
    expect(codes({ openPhases: ["recruitment"], quotas: 0, draws: 1 })).toEqual([]);
  });

  test("two scrutineers until the results are public", () => {
    expect(whatWaits(facts({ scrutineers: 1 }))).toEqual([{ code: "scrutineers-missing", count: 1 }]);
    expect(codes({ scrutineers: 3 })).toEqual([]);
    expect(codes({ scrutineers: 0, openPhases: ["publication"] })).toEqual([]);
  });
});

describe("laws of what waits", () => {
  /** What an organiser would do about it. What was left open of an earlier phase is said in any. */
  const remedy: Readonly<Record<Exclude<WaitingCode, "session-unclosed" | "vote-overdue">, Action>> = {
    "phase-over": "phase.advance",
    "quotas-missing": "quota.edit",
    "pool-missing": "pool.import",
    "draw-missing": "draw.make",
    "invitations-unsent": "invitation.send",
    "invitations-overdue": "invitation.send",
    "mails-refused": "team.manage",
    "mails-kept": "team.manage",
    "seats-to-replace": "draw.replace",
    "undrawn-undated": "pool.delete",
    "facilitators-missing": "team.manage",
    "address-missing": "session.edit",
    "questions-unanswered": "question.answer",
    "recommendations-unlocked": "recommendation.lock",
    "vote-missing": "vote.prepare",
    "vote-unopened": "vote.run",
    "responses-missing": "response.record",
    "site-closed": "assembly.edit",
    "guarantor-missing": "team.manage",
    "scrutineers-missing": "team.manage",
    "commitment-missing": "assembly.edit",
  };
  const few = fc.nat(3);
  const anyFacts = fc.record({
    openPhases: fc.subarray([...phaseKinds], { minLength: 1, maxLength: 2 }),
    phaseEndsAtMs: fc.constantFrom(null, inDays(-1), inDays(1)),
    lastPhaseOpen: fc.boolean(),
    commitmentWritten: fc.boolean(),
    members: few,
    quotas: few,
    poolPeople: fc.option(few),
    draws: few,
    invitations: fc.record({ prepared: few, awaited: few, overdue: few }),
    seatsToReplace: few,
    mails: fc.record({ refused: few, kept: few }),
    undrawn: fc.record({ kept: fc.boolean(), dated: fc.boolean() }),
    guarantors: few,
    scrutineers: few,
    facilitators: few,
    questionsUnanswered: few,
    draftRecommendations: few,
    lockedRecommendations: few,
    recommendationsUnanswered: few,
    votes: fc.record({ prepared: few, open: few, overdue: few, closed: few }),
    siteOpen: fc.boolean(),
  });

  test("nothing waits that no organiser may do in the phases that are open", () => {
    fc.assert(
      fc.property(anyFacts, (changes) => {
        const forbidden = codes(changes)
          .flatMap((code) => (code in remedy ? [remedy[code as keyof typeof remedy]] : []))
          .filter((action) => {
            const { to, during }: { to: readonly string[]; during: readonly PhaseKind[] } = rights[action];
            return !to.includes("organiser") || !changes.openPhases.some((kind) => during.includes(kind));
          });
        expect(forbidden).toEqual([]);
      }),
      { seed: 20261129, numRuns: 400 },
    );
  });

  test("each thing waits once, counted, in one order whatever else waits", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (one, other) => {
        const [first, second] = [codes(one), codes(other)];
        expect(new Set(first).size).toBe(first.length);
        expect(whatWaits(facts(one)).every(({ count }) => Number.isInteger(count) && count > 0)).toBe(true);
        const both = (list: string[], others: string[]) => list.filter((code) => others.includes(code));
        expect(both(first, second)).toEqual(both(second, first));
      }),
      { seed: 20261130, numRuns: 200 },
    );
  });
});

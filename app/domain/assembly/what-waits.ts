import { DAY_MS } from "../kernel/clock";
import type { PhaseKind } from "./phase";

/** What an organiser's desk knows of an assembly, counted. Instants are UTC milliseconds. */
export interface DeskFacts {
  readonly nowMs: number;
  readonly openPhases: readonly PhaseKind[];
  /** The last day of the furthest open phase. */
  readonly phaseEndsAtMs: number | null;
  readonly lastPhaseOpen: boolean;
  readonly commitmentWritten: boolean;
  readonly seats: number;
  readonly groupSize: number;
  readonly members: number;
  readonly quotas: number;
  readonly poolPeople: number | null;
  readonly draws: number;
  readonly invitations: { readonly prepared: number; readonly awaited: number; readonly overdue: number };
  /** Seats that were declined, given up or not answered, and not drawn again. */
  readonly seatsToReplace: number;
  /** Mails that were refused for good, to people who are still awaited; and those asked about before they leave. */
  readonly mails: { readonly refused: number; readonly kept: number };
  /** Volunteers who were not drawn are still there, with or without a date for their deletion. */
  readonly undrawn: { readonly kept: boolean; readonly dated: boolean };
  readonly guarantors: number;
  readonly scrutineers: number;
  readonly facilitators: number;
  readonly sessions: readonly {
    readonly startsAtMs: number;
    readonly state: "planned" | "running" | "closed";
    readonly inRoom: boolean;
    readonly addressKnown: boolean;
  }[];
  readonly questionsUnanswered: number;
  readonly draftRecommendations: number;
  readonly lockedRecommendations: number;
  /** Locked, and the authority has not said anything about them yet. */
  readonly recommendationsUnanswered: number;
  readonly votes: {
    readonly prepared: number;
    readonly open: number;
    readonly overdue: number;
    readonly closed: number;
  };
  readonly siteOpen: boolean;
}

/** Something that waits for an organiser; the screen has its words and its page. */
export type WaitingCode =
  | "session-unclosed"
  | "vote-overdue"
  | "phase-over"
  | "quotas-missing"
  | "pool-missing"
  | "draw-missing"
  | "invitations-unsent"
  | "invitations-overdue"
  | "mails-refused"
  | "mails-kept"
  | "seats-to-replace"
  | "undrawn-undated"
  | "facilitators-missing"
  | "address-missing"
  | "questions-unanswered"
  | "recommendations-unlocked"
  | "vote-missing"
  | "vote-unopened"
  | "responses-missing"
  | "site-closed"
  | "guarantor-missing"
  | "scrutineers-missing"
  | "commitment-missing";

export interface Waiting {
  readonly code: WaitingCode;
  readonly count: number;
}

const SOON_MS = 14 * DAY_MS;
const SESSION_OVER_MS = DAY_MS;

type Rule = readonly [WaitingCode, (facts: DeskFacts) => number];

const isOpen = ({ openPhases }: DeskFacts, ...kinds: readonly PhaseKind[]): boolean =>
  openPhases.some((kind) => kinds.includes(kind));
/** Nobody is invited any more once the vote is on. */
const mayFillSeats = (facts: DeskFacts): boolean =>
  isOpen(facts, "recruitment", "skills", "learning", "deliberation", "drafting");
const when = (condition: boolean, count = 1): number => (condition ? count : 0);

/** In the order in which they matter; each counts what waits, 0 for nothing. */
const rules: readonly Rule[] = [
  [
    "session-unclosed",
    ({ sessions, nowMs }) =>
      sessions.filter(({ state, startsAtMs }) => state === "running" && nowMs - startsAtMs > SESSION_OVER_MS).length,
  ],
  ["vote-overdue", ({ votes }) => votes.overdue],
  [
    "quotas-missing",
    (facts) => when(isOpen(facts, "preparation", "recruitment") && facts.quotas === 0 && facts.draws === 0),
  ],
  ["pool-missing", (facts) => when(isOpen(facts, "preparation", "recruitment") && facts.poolPeople === null)],
  [
    "draw-missing",
    (facts) => when(isOpen(facts, "recruitment") && facts.draws === 0 && facts.quotas > 0 && facts.poolPeople !== null),
  ],
  ["mails-kept", ({ mails }) => mails.kept],
  ["mails-refused", ({ mails }) => mails.refused],
  ["invitations-unsent", (facts) => when(mayFillSeats(facts), facts.invitations.prepared)],
  ["invitations-overdue", (facts) => when(mayFillSeats(facts), facts.invitations.overdue)],
  ["seats-to-replace", (facts) => when(mayFillSeats(facts), facts.seatsToReplace)],
  ["undrawn-undated", ({ undrawn, draws }) => when(draws > 0 && undrawn.kept && !undrawn.dated)],
  [
    "facilitators-missing",
    (facts) =>
      when(
        sessionWithin(facts, SOON_MS),
        Math.max(0, Math.ceil((facts.members || facts.seats) / facts.groupSize) - facts.facilitators),
      ),
  ],
  [
    "address-missing",
    ({ sessions, nowMs }) =>
      sessions.filter(
        ({ state, inRoom, addressKnown, startsAtMs }) =>
          state === "planned" && inRoom && !addressKnown && startsAtMs - nowMs < SOON_MS,
      ).length,
  ],
  [
    "questions-unanswered",
    // Later nobody may answer any more.
    (facts) => when(isOpen(facts, "skills", "learning", "deliberation", "drafting"), facts.questionsUnanswered),
  ],
  ["recommendations-unlocked", (facts) => when(isOpen(facts, "drafting"), facts.draftRecommendations)],
  [
    "vote-missing",
    (facts) =>
      when(
        isOpen(facts, "decision") &&
          facts.lockedRecommendations > 0 &&
          facts.votes.prepared + facts.votes.open + facts.votes.closed === 0,
      ),
  ],
  ["vote-unopened", (facts) => when(isOpen(facts, "decision"), facts.votes.prepared)],
  ["responses-missing", (facts) => when(isOpen(facts, "publication", "follow-up"), facts.recommendationsUnanswered)],
  ["site-closed", (facts) => when(isOpen(facts, "publication", "follow-up") && !facts.siteOpen)],
  [
    "phase-over",
    ({ phaseEndsAtMs, nowMs, lastPhaseOpen }) =>
      when(phaseEndsAtMs !== null && phaseEndsAtMs < nowMs && !lastPhaseOpen),
  ],
  ["guarantor-missing", ({ guarantors }) => when(guarantors === 0)],
  [
    "scrutineers-missing",
    (facts) => when(!isOpen(facts, "publication", "follow-up"), Math.max(0, 2 - facts.scrutineers)),
  ],
  ["commitment-missing", ({ commitmentWritten }) => when(!commitmentWritten)],
];

function sessionWithin({ sessions, nowMs }: DeskFacts, ms: number): boolean {
  return sessions.some(({ state, startsAtMs }) => state === "planned" && startsAtMs > nowMs && startsAtMs - nowMs < ms);
}

/**
 * What waits for an organiser now, the most pressing first; nothing that the open phases do not let them do, a session or a vote apart
 * that was left open in an earlier one.
 */
export function whatWaits(facts: DeskFacts): readonly Waiting[] {
  return rules.map(([code, counted]) => ({ code, count: counted(facts) })).filter(({ count }) => count > 0);
}

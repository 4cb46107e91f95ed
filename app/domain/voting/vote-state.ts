import { accepted, type Result, refuse } from "../kernel/result";

/** A vote as its rules need it. `closesAt` is the latest end; null where only a person closes it. */
export interface VoteState {
  readonly state: "prepared" | "open" | "closed";
  readonly closesAt: Date | null;
  readonly questions: number;
}

/** Whether voices are taken at this instant: opened by a person, not closed, and before its end. */
export function isTakingVoices({ state, closesAt }: VoteState, now: Date): boolean {
  return state === "open" && (closesAt === null || now < closesAt);
}

/** Refuses with `vote-already-open`, `vote-closed`, `vote-without-question`, `vote-without-roll`, `vote-end-past`. */
export function mayOpen(vote: VoteState, roll: number, now: Date): Result<undefined> {
  if (vote.state === "open") return refuse("vote-already-open");
  if (vote.state === "closed") return refuse("vote-closed");
  if (vote.questions === 0) return refuse("vote-without-question");
  if (roll === 0) return refuse("vote-without-roll");
  if (vote.closesAt !== null && vote.closesAt <= now) return refuse("vote-end-past", {}, "closesAt");
  return accepted;
}

/** Refuses with `vote-not-open`, `vote-closed`, `not-on-the-roll`. */
export function mayCastVote(vote: VoteState, onRoll: boolean, now: Date): Result<undefined> {
  if (vote.state === "prepared") return refuse("vote-not-open");
  if (!isTakingVoices(vote, now)) return refuse("vote-closed");
  return onRoll ? accepted : refuse("not-on-the-roll");
}

/** Refuses with `vote-not-open`, `vote-closed`. */
export function mayClose({ state }: VoteState): Result<undefined> {
  if (state === "prepared") return refuse("vote-not-open");
  return state === "closed" ? refuse("vote-closed") : accepted;
}

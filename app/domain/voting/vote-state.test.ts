import { describe, expect, test } from "vitest";
import { accepted, refuse } from "../kernel/result";
import { isTakingVoices, mayCastVote, mayClose, mayOpen, type VoteState } from "./vote-state";

const now = new Date("2026-03-14T09:00:00Z");
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
const prepared: VoteState = { state: "prepared", closesAt: null, questions: 2 };
const open: VoteState = { ...prepared, state: "open" };
const closed: VoteState = { ...prepared, state: "closed" };

describe("opening a vote", () => {
  test("needs a question, somebody on the roll, and an end that is still to come, or none", () => {
    expect(mayOpen(prepared, 1, now)).toEqual(accepted);
    expect(mayOpen({ ...prepared, closesAt: after }, 48, now)).toEqual(accepted);
    expect(mayOpen({ ...prepared, questions: 0 }, 48, now)).toEqual(refuse("vote-without-question"));
    expect(mayOpen(prepared, 0, now)).toEqual(refuse("vote-without-roll"));
    for (const closesAt of [before, now]) {
      expect(mayOpen({ ...prepared, closesAt }, 48, now)).toEqual(refuse("vote-end-past", {}, "closesAt"));
    }
  });

  test("is done once", () => {
    expect(mayOpen(open, 48, now)).toEqual(refuse("vote-already-open"));
    expect(mayOpen(closed, 48, now)).toEqual(refuse("vote-closed"));
  });
});

describe("raising a hand", () => {
  test("is for those on the roll, while the vote is open", () => {
    expect(mayCastVote(open, true, now)).toEqual(accepted);
    expect(mayCastVote(open, false, now)).toEqual(refuse("not-on-the-roll"));
    expect(mayCastVote(prepared, true, now)).toEqual(refuse("vote-not-open"));
    expect(mayCastVote(closed, true, now)).toEqual(refuse("vote-closed"));
  });

  test("is over at the very end, though nobody has closed the vote yet", () => {
    expect(mayCastVote({ ...open, closesAt: after }, true, now)).toEqual(accepted);
    expect(mayCastVote({ ...open, closesAt: now }, true, now)).toEqual(refuse("vote-closed"));
  });

  test("tells nobody whether they are on the roll of a vote that is not open", () => {
    for (const vote of [prepared, closed]) {
      expect(mayCastVote(vote, false, now)).toEqual(mayCastVote(vote, true, now));
    }
  });
});

test("voices are taken from the opening to the closing, or to the end if that is sooner", () => {
  expect([prepared, open, closed].map((vote) => isTakingVoices(vote, now))).toEqual([false, true, false]);
  expect([before, now, after].map((closesAt) => isTakingVoices({ ...open, closesAt }, now))).toEqual([
    false,
    false,
    true,
  ]);
});

test("a vote is closed once, by a person, before its end or after it", () => {
  expect(mayClose(open)).toEqual(accepted);
  expect(mayClose({ ...open, closesAt: before })).toEqual(accepted);
  expect(mayClose(prepared)).toEqual(refuse("vote-not-open"));
  expect(mayClose(closed)).toEqual(refuse("vote-closed"));
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  type Answer,
  type AnswerMeans,
  answerInvitation,
  holdsSeat,
  type InvitationState,
  type InvitationTerms,
  invitationStates,
  isOverdue,
  isVacant,
  withdrawAcceptance,
} from "./invitation";

const terms = fc.record({
  state: fc.constantFrom(...invitationStates),
  deadlineMs: fc.option(fc.integer({ min: 0, max: 10 })),
  replaced: fc.boolean(),
});
const asked = fc.record({
  means: fc.constantFrom<AnswerMeans>("link", "phone"),
  nowMs: fc.integer({ min: 0, max: 10 }),
});
const answers = fc.constantFrom<Answer>("accepted", "declined");
const codeOf = (result: ReturnType<typeof answerInvitation>): string | undefined =>
  result.ok ? undefined : result.refusal.code;

describe("every answer to every invitation", () => {
  it("that is the answer there is already changes nothing and is refused to nobody", () => {
    fc.assert(
      fc.property(terms, answers, asked, (invitation, answer, how) => {
        expect(answerInvitation({ ...invitation, state: answer }, answer, how)).toEqual({
          ok: true,
          value: { changed: false },
        });
      }),
      { verbose: 1 },
    );
  });

  it("never takes a seat that somebody else was drawn for", () => {
    fc.assert(
      fc.property(terms, asked, (invitation, how) => {
        const result = answerInvitation({ ...invitation, replaced: true }, "accepted", how);
        if (invitation.state !== "accepted") expect(result.ok).toBe(false);
      }),
      { verbose: 1 },
    );
  });

  it("by link never counts from the deadline on, nor once an organiser closed it", () => {
    fc.assert(
      fc.property(terms, answers, asked, (invitation, answer, { nowMs }) => {
        const result = answerInvitation(invitation, answer, { means: "link", nowMs });
        const isLate = invitation.deadlineMs !== null && nowMs >= invitation.deadlineMs;
        if (result.ok && result.value.changed) expect(isLate || invitation.state === "unanswered").toBe(false);
      }),
      { verbose: 1 },
    );
  });

  it("by telephone is refused for no lateness", () => {
    fc.assert(
      fc.property(terms, answers, asked, (invitation, answer, { nowMs }) => {
        expect(codeOf(answerInvitation(invitation, answer, { means: "phone", nowMs }))).not.toBe("invitation-over");
      }),
      { verbose: 1 },
    );
  });

  it("has one reason when it is refused, and the reason is the one that stays true longest", () => {
    const refused = (changes: Partial<InvitationTerms>, answer: Answer) =>
      codeOf(
        answerInvitation({ state: "sent", deadlineMs: 5, replaced: true, ...changes }, answer, {
          means: "link",
          nowMs: 9,
        }),
      );
    expect(refused({ state: "withdrawn" }, "accepted")).toBe("invitation-withdrawn");
    expect(refused({ state: "accepted" }, "declined")).toBe("withdraw-instead");
    expect(refused({ state: "declined" }, "accepted")).toBe("invitation-replaced");
    expect(refused({ replaced: false }, "accepted")).toBe("invitation-over");
  });
});

/** What an invitation has become after some answers, calls and withdrawals. */
type Step = { readonly answer: Answer; readonly means: AnswerMeans } | "withdraw" | "close" | "replace";
const steps = fc.array(
  fc.oneof(
    fc.record({ answer: answers, means: fc.constantFrom<AnswerMeans>("link", "phone") }),
    fc.constantFrom<Step>("withdraw", "close", "replace"),
  ),
  { maxLength: 8 },
);

function after(invitation: InvitationTerms, step: Step, nowMs: number): InvitationTerms {
  if (step === "replace") return isVacant(invitation) ? { ...invitation, replaced: true } : invitation;
  if (step === "close") return isOverdue(invitation, nowMs) ? { ...invitation, state: "unanswered" } : invitation;
  if (step === "withdraw") {
    const left = withdrawAcceptance(invitation);
    return left.ok && left.value.changed ? { ...invitation, state: "withdrawn" } : invitation;
  }
  const result = answerInvitation(invitation, step.answer, { means: step.means, nowMs });
  return result.ok && result.value.changed ? { ...invitation, state: step.answer } : invitation;
}

describe("a seat, whatever happens", () => {
  it("is never both held and vacant, and once it was given away its first holder never has it again", () => {
    fc.assert(
      fc.property(steps, (happened) => {
        let invitation: InvitationTerms = { state: "sent", deadlineMs: 4, replaced: false };
        happened.forEach((step, nowMs) => {
          const before = invitation;
          invitation = after(invitation, step, nowMs);
          expect(holdsSeat(invitation) && isVacant(invitation)).toBe(false);
          if (before.replaced) expect([invitation.replaced, holdsSeat(invitation)]).toEqual([true, false]);
          if (before.state === "withdrawn") expect(invitation.state).toBe("withdrawn");
        });
      }),
      { numRuns: 300, verbose: 1 },
    );
  });

  it("is left only by somebody who has it: who accepted leaves by withdrawing, once", () => {
    const left = (state: InvitationState) => withdrawAcceptance({ state, deadlineMs: null, replaced: false });
    expect(left("accepted")).toEqual({ ok: true, value: { changed: true } });
    expect(left("withdrawn")).toEqual({ ok: true, value: { changed: false } });
    for (const state of ["prepared", "sent", "declined", "unanswered"] as const)
      expect(left(state)).toEqual({ ok: false, refusal: { code: "invitation-not-accepted" } });
  });
});

test("only an invitation that was sent, with a deadline, is overdue: from that instant on", () => {
  for (const state of invitationStates)
    expect(isOverdue({ state, deadlineMs: 5, replaced: false }, 9)).toBe(state === "sent");
  const sent: InvitationTerms = { state: "sent", deadlineMs: 5, replaced: false };
  expect([4, 5].map((nowMs) => isOverdue(sent, nowMs))).toEqual([false, true]);
  expect(isOverdue({ ...sent, deadlineMs: null }, 9)).toBe(false);
});

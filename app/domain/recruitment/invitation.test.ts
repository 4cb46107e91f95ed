import { describe, expect, it } from "vitest";
import { answerInvitation, type InvitationTerms, isOverdue, isVacant, withdrawAcceptance } from "./invitation";

const terms = (changes: Partial<InvitationTerms> = {}): InvitationTerms => ({
  state: "sent",
  deadlineMs: 1000,
  replaced: false,
  ...changes,
});
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

describe("an answer to an invitation", () => {
  it("by link counts before the deadline and not from it on", () => {
    expect(answerInvitation(terms(), "accepted", { means: "link", nowMs: 999 }).ok).toBe(true);
    expect(codeOf(answerInvitation(terms(), "accepted", { means: "link", nowMs: 1000 }))).toBe("invitation-over");
  });

  it("recorded by the organiser counts after the deadline too, as long as nobody took the seat", () => {
    const late = terms({ state: "unanswered" });
    expect(answerInvitation(late, "accepted", { means: "phone", nowMs: 5000 }).ok).toBe(true);
    const gone = terms({ state: "unanswered", replaced: true });
    expect(codeOf(answerInvitation(gone, "accepted", { means: "phone", nowMs: 5000 }))).toBe("invitation-replaced");
  });

  it("given twice changes nothing the second time, even late", () => {
    for (const state of ["accepted", "declined"] as const) {
      const again = answerInvitation(terms({ state }), state, { means: "link", nowMs: 5000 });
      expect(again).toEqual({ ok: true, value: { changed: false } });
    }
  });

  it("may turn from no to yes; from yes to no one withdraws", () => {
    expect(answerInvitation(terms({ state: "declined" }), "accepted", { means: "link", nowMs: 1 }).ok).toBe(true);
    const back = answerInvitation(terms({ state: "accepted" }), "declined", { means: "link", nowMs: 1 });
    expect(codeOf(back)).toBe("withdraw-instead");
  });

  it("is over for good after a withdrawal", () => {
    const left = terms({ state: "withdrawn" });
    expect(codeOf(answerInvitation(left, "accepted", { means: "phone", nowMs: 1 }))).toBe("invitation-withdrawn");
    expect(withdrawAcceptance(left)).toEqual({ ok: true, value: { changed: false } });
    expect(codeOf(withdrawAcceptance(terms()))).toBe("invitation-not-accepted");
  });
});

describe("a seat", () => {
  it("is vacant once given up or closed, until somebody is drawn for it", () => {
    const vacant = ["declined", "withdrawn", "unanswered"] as const;
    expect(vacant.every((state) => isVacant(terms({ state })))).toBe(true);
    expect(vacant.some((state) => isVacant(terms({ state, replaced: true })))).toBe(false);
    expect((["prepared", "sent", "accepted"] as const).some((state) => isVacant(terms({ state })))).toBe(false);
  });

  it("is not vacant by lateness alone", () => {
    expect(isOverdue(terms(), 1000)).toBe(true);
    expect(isVacant(terms())).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accept, refuse } from "../kernel/result";
import { aHelpCall, group, participation, someMe } from "../testing/live";
import type { HelpFact } from "./facts";
import { callsToAnswer, closeCall, ownCall, takeCall } from "./help-call";
import type { HelpCall, HelpProgress } from "./live-state";
import { reduceHelp } from "./reduce-help";

const [odette, farid, claire] = ["odette", "farid", "claire"].map(participation) as [
  HelpCall["participationId"],
  HelpCall["participationId"],
  HelpCall["participationId"],
];
const call = aHelpCall("odette", 10);
const taken: HelpProgress = { kind: "taken", byId: farid, atMs: 20 };
const closed: HelpProgress = { kind: "closed", how: "helped", byId: farid, atMs: 30 };

describe("the life of a call for help", () => {
  test("somebody says that they come; who comes second is told nothing new", () => {
    expect(takeCall(call, farid, 20)).toEqual(accept(taken));
    expect(takeCall({ ...call, progress: taken }, claire, 21)).toEqual(accept(null));
    expect(takeCall({ ...call, progress: taken }, farid, 21)).toEqual(accept(null));
    expect(takeCall({ ...call, progress: closed }, claire, 31)).toEqual(accept(null));
  });

  test("nobody comes to their own help, however the call stands", () => {
    for (const progress of [call.progress, taken, closed]) {
      expect(takeCall({ ...call, progress }, odette, 20)).toEqual(refuse("help-call-own"));
    }
  });

  test("who called says that it is not needed any more; anybody else, that they helped", () => {
    expect(closeCall(call, odette, 30)).toEqual({ kind: "closed", how: "not-needed", byId: odette, atMs: 30 });
    expect(closeCall(call, claire, 30)).toEqual({ kind: "closed", how: "helped", byId: claire, atMs: 30 });
    expect(closeCall({ ...call, progress: taken }, claire, 30)).toMatchObject({ how: "helped", byId: claire });
  });

  test("a call that is over stays over", () => {
    expect(closeCall({ ...call, progress: closed }, odette, 40)).toBeNull();
  });

  test("law: whoever presses what, a call goes from open to taken to closed and never back", () => {
    const rank = { open: 0, taken: 1, closed: 2 } as const;
    const presses = fc.array(fc.tuple(fc.constantFrom(odette, farid, claire), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(presses, (pressed) => {
        let progress: HelpProgress = call.progress;
        for (const [at, [who, comes]] of pressed.entries()) {
          const answered = comes
            ? takeCall({ ...call, progress }, who, at)
            : accept(closeCall({ ...call, progress }, who, at));
          const next: HelpProgress = (answered.ok && answered.value) || progress;
          expect(rank[next.kind]).toBeGreaterThanOrEqual(rank[progress.kind]);
          if (progress.kind === "closed") expect(next).toBe(progress);
          if (next.kind === "taken") expect(next.byId).not.toBe(odette);
          progress = next;
        }
      }),
      { seed: 20261129 },
    );
  });
});

describe("the calls that a person may answer", () => {
  const none = new Set<HelpCall["participationId"]>();
  const me = someMe([["claire", "organiser"]], { answerHelp: true });

  test("are those not over, never their own", () => {
    const help = [
      call,
      aHelpCall("claire", 11),
      aHelpCall("karim", 12, { progress: closed }),
      aHelpCall("lea", 13, { progress: taken }),
    ];
    const found = callsToAnswer({ me, help, groupCalls: {} }, new Set([claire]));
    expect(found.map(({ participationId }) => participationId)).toEqual(["odette", "lea"]);
  });

  test("are those of their groups for who leads there, the longest waiting first in whichever group", () => {
    const groupCalls = {
      [group("g1")]: [aHelpCall("late", 30)],
      [group("g2")]: [aHelpCall("early", 10), aHelpCall("later", 40)],
    };
    const leader = someMe([["farid", "facilitator"]]);
    const found = callsToAnswer({ me: leader, help: [call], groupCalls }, none);
    expect(found.map(({ participationId }) => participationId)).toEqual(["early", "late", "later"]);
  });

  test("their own last call is the one that is shown to them", () => {
    const help = [aHelpCall("odette", 1, { progress: closed }), aHelpCall("karim", 2), aHelpCall("odette", 3)];
    expect(ownCall({ help }, new Set([odette]))?.calledAtMs).toBe(3);
    expect(ownCall({ help }, none)).toBeUndefined();
  });
});

describe("hearing of calls", () => {
  const hear = (calls: readonly HelpCall[], ...facts: HelpFact[]) =>
    facts.reduce<readonly HelpCall[]>((known, fact) => reduceHelp(known, fact) ?? known, calls);

  test("a call is put where its waiting began, and moves on as it is answered", () => {
    const later = aHelpCall("karim", 20);
    const calls = hear([later], { type: "help-called", payload: call });
    expect(calls).toEqual([call, later]);
    const moved = hear(calls, { type: "help-moved", payload: { callId: call.callId, progress: taken } });
    expect(moved).toEqual([{ ...call, progress: taken }, later]);
  });

  test("a call is where its caller is: carried into another group it keeps its place and is there once", () => {
    const calls = [aHelpCall("lea", 1), call, aHelpCall("karim", 20)];
    const carried = { ...call, groupId: group("g2") };
    const after = hear(calls, { type: "help-carried", payload: carried });
    expect(after.map(({ callId, groupId }) => [callId, groupId])).toEqual([
      ["call-lea-1", null],
      ["call-odette-10", "g2"],
      ["call-karim-20", null],
    ]);
  });

  test("who did not have the call gets it where the caller comes, and loses it where they leave", () => {
    const carried = { ...call, groupId: group("g2") };
    expect(hear([], { type: "help-carried", payload: carried })).toEqual([carried]);
    expect(hear([carried], { type: "help-gone", payload: { callId: call.callId } })).toEqual([]);
  });

  test("what is said of a call that is not known here changes nothing", () => {
    const stranger = aHelpCall("stranger", 5).callId;
    expect(hear([call], { type: "help-gone", payload: { callId: stranger } })).toEqual([call]);
    expect(hear([call], { type: "help-moved", payload: { callId: stranger, progress: taken } })).toEqual([call]);
  });

  test("two who called in the same millisecond stand in one order for everybody", () => {
    const other = aHelpCall("anna", 10);
    const one = hear([], { type: "help-called", payload: call }, { type: "help-called", payload: other });
    const reverse = hear([], { type: "help-called", payload: other }, { type: "help-called", payload: call });
    expect(one).toEqual(reverse);
  });

  test("a fact that this page does not know asks for the snapshot", () => {
    expect(reduceHelp([call], { type: "help-sung" } as unknown as HelpFact)).toBeNull();
  });
});

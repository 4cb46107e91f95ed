import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParticipationId, RoundId } from "../kernel/ids";
import { seededRandom } from "../kernel/random";
import { anAgendaItem, anAttendee, aSession } from "../testing/live";
import type { SessionFact } from "./facts";
import { type Followed, hearFact, type VersionedFact } from "./follow-stream";
import { mayHoldGroups } from "./hold-groups";
import type { SessionState } from "./live-state";
import { openRound } from "./open-round";
import { assignFacilitator, moveMember, placeMember } from "./place-member";
import { groupIn } from "./place-of";
import { reduceSession } from "./reduce-session";
import { closeSession, extendItem, startSession, stepAgenda } from "./run-session";
import { undoCallBack } from "./undo-call-back";

const attendees = [
  ...["m1", "m2", "m3", "m4", "m5", "m6", "m7"].map((name) => anAttendee(name)),
  anAttendee("f1", "facilitator"),
  anAttendee("f2", "facilitator"),
  anAttendee("c1", "co-facilitator"),
  anAttendee("c2", "co-facilitator"),
  anAttendee("organiser", "organiser"),
];
const planned = aSession({
  state: "planned",
  agenda: [anAgendaItem("a"), anAgendaItem("b", "plenary"), anAgendaItem("c", "pause"), anAgendaItem("d")],
  currentItemId: null,
  itemEndsAtMs: null,
  attendees,
});

type Deed = "start" | "step" | "split" | "call-back" | "undo" | "place" | "move" | "lead" | "extend" | "close";

/** Something somebody presses; the numbers say at which item, in which group and on whom. */
interface Press {
  readonly deed: Deed;
  readonly first: number;
  readonly second: number;
  readonly who: number;
}

/** How often each is pressed: what happens at the tables most of all. */
const weights = {
  start: 1,
  step: 3,
  split: 3,
  "call-back": 2,
  undo: 2,
  place: 6,
  move: 6,
  lead: 8,
  extend: 1,
  close: 1,
};

const aPress = fc.record({
  deed: fc.oneof(
    ...Object.entries(weights).map(([deed, weight]) => ({ weight, arbitrary: fc.constant(deed as Deed) })),
  ),
  first: fc.nat(5),
  second: fc.nat(5),
  who: fc.nat(attendees.length - 1),
});

/** A session that is started and split, or left as it was planned, and then whatever is pressed. */
const presses: fc.Arbitrary<Press[]> = fc
  .tuple(fc.constantFrom<Deed[]>(["start", "split"], ["start"], []), fc.array(aPress, { maxLength: 40 }), fc.nat(2))
  .map(([begun, more, size]) => [...begun.map((deed) => ({ deed, first: size, second: 0, who: 0 })), ...more]);

/** The facts that follow by the rules from a press; none where it is refused, or done already. */
function decide(session: SessionState, press: Press, at: number): readonly SessionFact[] {
  const itemOf = (place: number) => session.agenda[place % session.agenda.length]?.itemId ?? planned.agenda[0]?.itemId;
  switch (press.deed) {
    case "start": {
      const begun = startSession(session, at);
      return begun.ok && begun.value ? [{ type: "session-started", payload: begun.value }] : [];
    }
    case "step": {
      const [fromItemId, toItemId] = [session.currentItemId, itemOf(press.first)];
      if (!toItemId) return [];
      const seen = { fromItemId, toItemId, callBackRoundId: session.round?.roundId ?? null };
      const step = stepAgenda(session, seen, at);
      if (!step.ok || !step.value) return [];
      const { endedRoundId, ...payload } = step.value;
      const stepped: SessionFact = { type: "item-stepped", payload };
      return endedRoundId ? [{ type: "round-ended", payload: { roundId: endedRoundId } }, stepped] : [stepped];
    }
    case "extend": {
      const longer = extendItem(session, { seenEndsAtMs: session.itemEndsAtMs ?? 0, minutes: 5 }, at);
      return longer.ok && longer.value !== null
        ? [{ type: "item-extended", payload: { itemEndsAtMs: longer.value } }]
        : [];
    }
    case "close": {
      const closed = closeSession(session);
      if (!closed.ok || !closed.value) return [];
      return [...callBack(session), { type: "session-closed", payload: { atMs: at } }];
    }
    case "call-back":
      return session.state === "running" ? callBack(session) : [];
    default:
      return decideOnGroups(session, press, at);
  }
}

function callBack({ round }: SessionState): readonly SessionFact[] {
  return round ? [{ type: "round-ended", payload: { roundId: round.roundId } }] : [];
}

function decideOnGroups(
  session: SessionState,
  { deed, first, second, who }: Press,
  at: number,
): readonly SessionFact[] {
  if (deed === "split") {
    const order = { session, present: null, groupSize: 2 + (first % 3), ordinal: 1 };
    const round = openRound(order, seededRandom(`${at} ${first}`));
    return round.ok ? [{ type: "round-opened", payload: round.value }] : [];
  }
  const groups = session.round?.groups ?? [];
  const [from, to] = [groups[first % groups.length]?.groupId, groups[second % groups.length]?.groupId];
  const participationId = attendees[who]?.participationId;
  if (!from || !to || !participationId) return [];
  const placed = { participationId, groupId: to, leftGroupId: session.round?.seats[participationId] ?? null };
  if (deed === "lead") {
    const facilitatorId = second === 5 ? null : participationId;
    const formerId = groups.find(({ groupId }) => groupId === from)?.facilitatorId ?? null;
    const result = assignFacilitator(session, from, facilitatorId);
    if (!result.ok || !result.value) return [];
    return [{ type: "facilitator-assigned", payload: { groupId: from, facilitatorId, formerId } }];
  }
  const result =
    deed === "place"
      ? placeMember(session, participationId, to)
      : moveMember(session, participationId, { fromGroupId: from, toGroupId: to });
  return result.ok && result.value ? [{ type: "member-placed", payload: placed }] : [];
}

interface Played {
  readonly facts: readonly SessionFact[];
  /** The session after each fact, the one before all of them first. */
  readonly states: readonly SessionState[];
}

/** Presses in a row; an undo opens the round again as it was when it ended. */
function play(all: readonly Press[]): Played {
  const facts: SessionFact[] = [];
  const states = [planned];
  const rounds = new Map<RoundId, SessionState["round"]>();
  for (const [at, press] of all.entries()) {
    const now = states.at(-1) ?? planned;
    if (now.round) rounds.set(now.round.roundId, now.round);
    for (const fact of press.deed === "undo" ? undo(now, rounds) : decide(now, press, at * 1000)) {
      facts.push(fact);
      states.push(reduceSession(states.at(-1) ?? planned, fact) ?? planned);
    }
  }
  return { facts, states };
}

function undo(session: SessionState, rounds: ReadonlyMap<RoundId, SessionState["round"]>): readonly SessionFact[] {
  const last = session.lastRound && rounds.get(session.lastRound.roundId);
  if (!last) return [];
  const undone = undoCallBack(session, last.roundId);
  return undone.ok && undone.value ? [{ type: "round-opened", payload: last }] : [];
}

const settled = ({ facts, states }: Played) =>
  // Between the end of a round and the step that ended it the session is half-way: both are one transaction.
  states.slice(1).filter((_, at) => !(facts[at]?.type === "round-ended" && facts[at + 1]?.type !== "round-opened"));

describe("laws of the hall, over any series of presses", () => {
  test("during an item held in plenary no groups are open", () => {
    fc.assert(
      fc.property(presses, (all) => {
        for (const session of settled(play(all))) expect(session.round === null || mayHoldGroups(session)).toBe(true);
      }),
      { seed: 20261129, numRuns: 120 },
    );
  });

  test("nobody is in two groups: who leads one neither leads another nor sits in another", () => {
    fc.assert(
      fc.property(presses, (all) => {
        for (const { round } of play(all).states) {
          if (!round) continue;
          const leads = round.groups.flatMap(({ facilitatorId }) => facilitatorId ?? []);
          expect(new Set(leads).size).toBe(leads.length);
          for (const who of leads) {
            const seat = round.seats[who];
            if (seat !== undefined) expect(seat).toBe(groupIn(round, who));
          }
        }
      }),
      { seed: 20261130, numRuns: 120 },
    );
  });

  test("seats are in groups of the round, of members and co-facilitators; only who may leads", () => {
    const roleOf = new Map(attendees.map(({ participationId, role }) => [participationId, role]));
    fc.assert(
      fc.property(presses, (all) => {
        for (const { round } of play(all).states) {
          const ids = new Set(round?.groups.map(({ groupId }) => groupId));
          const astray = Object.entries(round?.seats ?? {}).filter(([who, seat]) => {
            const role = roleOf.get(who as ParticipationId);
            return !ids.has(seat) || (role !== "member" && role !== "co-facilitator");
          });
          const leads = (round?.groups ?? []).flatMap(({ facilitatorId }) => facilitatorId ?? []);
          const unfit = leads.filter((who) => !["facilitator", "co-facilitator"].includes(roleOf.get(who) ?? ""));
          expect([astray, unfit]).toEqual([[], []]);
        }
      }),
      { seed: 20261201, numRuns: 120 },
    );
  });

  test("no member loses a seat while a round is open", () => {
    fc.assert(
      fc.property(presses, (all) => {
        const { states } = play(all);
        for (const [at, { round }] of states.entries()) {
          const before = states[at - 1]?.round;
          if (!round || before?.roundId !== round.roundId) continue;
          expect(Object.keys(round.seats)).toEqual(expect.arrayContaining(Object.keys(before.seats)));
        }
      }),
      { seed: 20261202, numRuns: 120 },
    );
  });

  test("a call back that is undone at once leaves everybody where they were", () => {
    fc.assert(
      fc.property(presses, (all) => {
        for (const session of settled(play(all))) {
          const { round } = session;
          if (session.state !== "running" || !round) continue;
          const back = callBack(session).reduce((known, fact) => reduceSession(known, fact) ?? known, session);
          const undone = undoCallBack(back, round.roundId);
          // Groups that stayed open from another item stay over: the way back is within the item they were opened for.
          expect(undone.ok).toBe(round.agendaItemId === session.currentItemId);
          if (undone.ok) expect(reduceSession(back, { type: "round-opened", payload: round })).toEqual(session);
        }
      }),
      { seed: 20261203, numRuns: 80 },
    );
  });

  test("nothing is done in a session that is over", () => {
    fc.assert(
      fc.property(presses, (all) => {
        const { facts } = play(all);
        const end = facts.findIndex(({ type }) => type === "session-closed");
        if (end >= 0) expect(facts.slice(end + 1)).toEqual([]);
      }),
      { seed: 20261204, numRuns: 120 },
    );
  });

  test("a page that takes a snapshot at any moment, and hears the facts in any order and twice, shows the same hall", () => {
    const reduce = (state: SessionState, { type, payload }: VersionedFact) =>
      reduceSession(state, { type, payload } as SessionFact);
    fc.assert(
      fc.property(presses, fc.array(fc.nat(), { maxLength: 120 }), fc.nat(), (all, order, moment) => {
        const { facts, states } = play(all);
        const streamed = facts.map((fact, at): VersionedFact => ({ version: at + 1, ...fact }));
        const arriving = [...order.flatMap((pick) => streamed[pick % streamed.length] ?? []), ...streamed];
        const version = moment % states.length;
        const start: Followed<SessionState> = { version, state: states[version] ?? planned, early: [] };
        const heard = arriving.reduce((known, fact) => hearFact(known, fact, reduce).followed, start);
        expect(heard).toEqual({ version: facts.length, state: states.at(-1), early: [] });
      }),
      { seed: 20261205, numRuns: 80 },
    );
  });
});

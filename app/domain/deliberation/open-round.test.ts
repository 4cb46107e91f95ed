import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { refuse } from "../kernel/result";
import { agendaItem, anAttendee, aRound, aSession, participation } from "../testing/live";
import type { Attendee, Round, SessionState } from "./live-state";
import { leadersInTurn, openRound } from "./open-round";
import { suggestedGroup } from "./watch-groups";

const people = (role: Attendee["role"], count: number): Attendee[] =>
  Array.from({ length: count }, (_, at) => anAttendee(`${role}-${at}`, role));

function open(attendees: readonly Attendee[], changes: Partial<SessionState> = {}, present: string[] | null = null) {
  const order = { session: aSession({ attendees, ...changes }), groupSize: 4, ordinal: 2 };
  return openRound({ ...order, present: present?.map(participation) ?? null }, seededRandom("round"));
}

function opened(...asked: Parameters<typeof open>): Round {
  const result = open(...asked);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const sizes = ({ groups, seats }: Round): number[] =>
  groups.map(({ groupId }) => Object.values(seats).filter((seat) => seat === groupId).length);

describe("splitting the plenary", () => {
  test("seats the members only, evenly, and remembers its item and its number", () => {
    const round = opened([...people("member", 9), ...people("observer", 3), ...people("organiser", 1)]);
    expect(sizes(round)).toEqual([3, 3, 3]);
    expect(Object.keys(round.seats).every((who) => who.startsWith("member"))).toBe(true);
    expect([round.ordinal, round.agendaItemId]).toEqual([2, "talk"]);
    expect(round.groups.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("seats those who are here; who comes later waits in the lobby", () => {
    const round = opened(people("member", 9), {}, ["member-1", "member-4"]);
    expect(Object.keys(round.seats).sort()).toEqual(["member-1", "member-4"]);
  });

  test("gives each group a facilitator as far as there are any", () => {
    const round = opened([...people("member", 12), ...people("facilitator", 2)]);
    expect(round.groups.map(({ facilitatorId }) => facilitatorId)).toEqual(["facilitator-0", "facilitator-1", null]);
  });

  test("lets co-facilitators lead where facilitators are missing, and seats the others one by one", () => {
    const round = opened([...people("member", 8), ...people("facilitator", 1), ...people("co-facilitator", 4)]);
    expect(round.groups.map(({ facilitatorId }) => facilitatorId)).toEqual(["facilitator-0", "co-facilitator-0"]);
    const helpers = people("co-facilitator", 4).map(({ participationId }) => round.seats[participationId]);
    const [first, second] = round.groups.map(({ groupId }) => groupId);
    expect(helpers).toEqual([undefined, first, second, first]);
  });

  test("is refused where nothing runs, where a round is open, in a plenary, and with nobody to place", () => {
    const members = people("member", 4);
    expect(open(members, { state: "planned" })).toEqual(refuse("session-not-running"));
    expect(open(members, { state: "closed" })).toEqual(refuse("session-not-running"));
    expect(open(members, { round: aRound({ g1: [] }) })).toEqual(refuse("round-already-open"));
    expect(open(members, { currentItemId: agendaItem("share") })).toEqual(refuse("item-in-plenary"));
    expect(open([])).toEqual(refuse("nobody-to-place"));
    expect(open(people("facilitator", 3))).toEqual(refuse("nobody-to-place"));
    expect(open(members, {}, [])).toEqual(refuse("nobody-to-place"));
  });

  test("one member alone is a group of one", () => {
    expect(sizes(opened(people("member", 1)))).toEqual([1]);
  });
});

describe("who is given a group", () => {
  test("facilitators who are here, then those away, then co-facilitators who are here", () => {
    const here = new Set(["facilitator-1", "co-facilitator-0"]);
    const all = [...people("co-facilitator", 2), ...people("member", 1), ...people("facilitator", 3)];
    const leaders = leadersInTurn(all, ({ name }) => here.has(name)).map(({ name }) => name);
    expect(leaders).toEqual(["facilitator-1", "facilitator-0", "facilitator-2", "co-facilitator-0"]);
  });
});

interface Crowd {
  readonly members: number;
  readonly facilitators: number;
  readonly helpers: number;
  readonly groupSize: number;
  /** Places in the list of those who are not here. */
  readonly away: readonly number[];
  readonly seed: string;
}

describe("laws of a split", () => {
  const crowd: fc.Arbitrary<Crowd> = fc.record({
    members: fc.integer({ min: 1, max: 60 }),
    facilitators: fc.nat(9),
    helpers: fc.nat(9),
    groupSize: fc.integer({ min: 2, max: 12 }),
    away: fc.uniqueArray(fc.nat(80), { maxLength: 20 }),
    seed: fc.string(),
  });

  /** Everybody of a crowd, who of them is here, and the round they are split into; nothing where every member is away. */
  function split({ members, facilitators, helpers, groupSize, away, seed }: Crowd) {
    const all = [
      ...people("member", members),
      ...people("facilitator", facilitators),
      ...people("co-facilitator", helpers),
    ];
    const present = all.filter((_, at) => !away.includes(at)).map(({ participationId }) => participationId);
    const session = aSession({ attendees: all });
    const result = openRound({ session, present, groupSize, ordinal: 1 }, seededRandom(seed));
    return { present, all, round: result.ok ? result.value : null };
  }

  test("every member who is here sits in one group of the round, and nobody else does but co-facilitators who are here", () => {
    fc.assert(
      fc.property(crowd, (one) => {
        const { present, round, all } = split(one);
        if (!round) return;
        const ids = new Set(round.groups.map(({ groupId }) => groupId));
        expect(Object.values(round.seats).every((seat) => ids.has(seat))).toBe(true);
        const role = new Map(all.map(({ participationId, role: held }) => [participationId as string, held]));
        const here = (present as readonly string[]).filter((who) => role.get(who) === "member");
        const seated = Object.keys(round.seats);
        expect(seated.filter((who) => role.get(who) === "member").sort()).toEqual(here.sort());
        const others = seated.filter((who) => role.get(who) !== "member");
        expect(others.every((who) => role.get(who) === "co-facilitator" && present.includes(participation(who)))).toBe(
          true,
        );
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });

  test("tables differ by one member at most, and by one co-facilitator at most", () => {
    fc.assert(
      fc.property(crowd, (one) => {
        const { round } = split(one);
        if (!round) return;
        for (const kind of ["member", "co-facilitator"]) {
          const counts = round.groups.map(
            ({ groupId }) =>
              Object.entries(round.seats).filter(([who, seat]) => seat === groupId && who.startsWith(kind)).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 20261130, numRuns: 200 },
    );
  });

  test("nobody leads two groups, nobody both leads and sits, and no group is without a lead while somebody could lead it", () => {
    fc.assert(
      fc.property(crowd, (one) => {
        const { round, all, present } = split(one);
        if (!round) return;
        const leads = round.groups.flatMap(({ facilitatorId }) => facilitatorId ?? []);
        expect(new Set(leads).size).toBe(leads.length);
        expect(leads.filter((who) => round.seats[who] !== undefined)).toEqual([]);
        const leaders = leadersInTurn(all, ({ participationId }) => present.includes(participationId));
        expect(leads.length).toBe(Math.min(leaders.length, round.groups.length));
      }),
      { seed: 20261201, numRuns: 200 },
    );
  });

  test("the same crowd and the same chance, the same tables", () => {
    fc.assert(
      fc.property(crowd, (one) => {
        expect(split(one).round).toEqual(split(one).round);
      }),
      { seed: 20261202, numRuns: 50 },
    );
  });

  test("late members who take the seat that is offered leave the tables even, however many they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 9 }), fc.nat(30), (count, size, late) => {
        const session = aSession({ attendees: people("member", count) });
        const begun = openRound({ session, present: null, groupSize: size, ordinal: 1 }, seededRandom("late"));
        let round = begun.ok ? begun.value : aRound({});
        for (let at = 0; at < late; at++) {
          const offered = suggestedGroup(round);
          if (!offered) throw new Error("no group is offered");
          round = { ...round, seats: { ...round.seats, [`late-${at}`]: offered.groupId } };
          const now = sizes(round);
          expect(Math.max(...now) - Math.min(...now)).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 20261203, numRuns: 100 },
    );
  });
});

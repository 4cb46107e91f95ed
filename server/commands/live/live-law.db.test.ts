import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GroupFact, HelpFact, SessionFact } from "~/app/domain/deliberation/facts";
import { mayHoldGroups } from "~/app/domain/deliberation/hold-groups";
import { emptyFloor, type GroupState, type HelpCall, type SessionState } from "~/app/domain/deliberation/live-state";
import { reduceGroup } from "~/app/domain/deliberation/reduce-group";
import { reduceHelp } from "~/app/domain/deliberation/reduce-help";
import { reduceSession } from "~/app/domain/deliberation/reduce-session";
import { callsStream, cockpitStream, groupStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { GroupId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { findParticipation } from "~/db/repositories/participation";
import type { WrittenFact } from "../../announcer/announcer";
import type { Caller } from "../../context";
import { tellingSessions } from "../../kernel/attendance";
import { carryOut } from "../../kernel/carry-out";
import { liveSession } from "../../queries/live/live-session";
import { liveStream } from "../../queries/live/live-stream";
import type { Somebody } from "../../testing/build-assembly";
import { at, type BuiltLive, buildLive, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { acceptTeamLink } from "../team/accept-team-link";
import { giveRole } from "../team/give-role";
import { inviteToTeam } from "../team/invite-to-team";
import { takeRole } from "../team/take-role";
import { answerHelp } from "./answer-help";
import { askTurn } from "./ask-turn";
import { callBack } from "./call-back";
import { callHelp } from "./call-help";
import { closeHelp } from "./close-help";
import { dropIdea } from "./drop-idea";
import { endTurn } from "./end-turn";
import { extendGroup } from "./extend-group";
import { extendItem } from "./extend-item";
import { giveTurn } from "./give-turn";
import { keepIdea } from "./keep-idea";
import { moveMember } from "./move-member";
import { placeMember } from "./place-member";
import { splitIntoGroups } from "./split-into-groups";
import { stepAgenda } from "./step-agenda";
import { undoCallBack } from "./undo-call-back";
import { withdrawTurn } from "./withdraw-turn";

const seed = 20260314;
let world: TestApp;
let live: BuiltLive;

beforeAll(async () => {
  world = await testApp("live-law");
  live = await buildLive(world, { members: 6, facilitators: 2 });
});
afterAll(() => world.dispose());

/** One thing somebody tries; `a` and `b` choose who and what among those there are. */
type Attempt = readonly [kind: number, a: number, b: number];

async function attempt([kind, a, b]: Attempt): Promise<void> {
  const { sessionId, organiser, members, facilitators } = live;
  const { session, groups, help } = value(await liveSession(organiser, sessionId));
  const { round, lastRound, agenda } = session;
  const member = at(members, a % members.length);
  const group = round ? at(round.groups, b % round.groups.length) : null;
  const seat = round?.seats[member.participationId] ?? null;
  const groupId = b % 2 === 0 ? seat : null;
  const floor = groupId ? groups[groupId]?.floor : session.floor;
  const giver: Caller = b % 3 === 0 ? at(facilitators, a % facilitators.length) : organiser;
  const step = { fromItemId: session.currentItemId, toItemId: at(agenda, b % agenda.length).itemId };
  const seenRound = a % 4 === 0 ? null : (round?.roundId ?? null);
  const tries: readonly (() => Promise<unknown>)[] = [
    () => askTurn(member, null, { sessionId, groupId }),
    () => giveTurn(giver, null, { sessionId, groupId, participationId: member.participationId }),
    async () => floor?.turn && endTurn(giver, null, { sessionId, turnId: floor.turn.turnId }),
    async () => floor?.queue[0] && withdrawTurn(giver, null, { sessionId, entryId: floor.queue[0].entryId }),
    () => splitIntoGroups(organiser, null, { sessionId, present: present(b), groupSize: 2 }),
    async () => round && callBack(organiser, null, { sessionId, roundId: round.roundId }),
    async () => lastRound && undoCallBack(organiser, null, { sessionId, roundId: lastRound.roundId }),
    async () =>
      group &&
      placeMember(organiser, null, { sessionId, participationId: member.participationId, groupId: group.groupId }),
    async () =>
      group &&
      seat &&
      moveMember(organiser, null, {
        sessionId,
        participationId: member.participationId,
        fromGroupId: seat,
        toGroupId: group.groupId,
      }),
    async () =>
      seat &&
      keepIdea(member, null, {
        sessionId,
        groupId: seat,
        text: `Idée ${a}`,
        language: "fr",
        authorIds: [member.participationId],
      }),
    async () => {
      const idea = group && groups[group.groupId]?.ideas[0];
      return idea && dropIdea(organiser, null, { sessionId, ideaId: idea.ideaId });
    },
    () => stepAgenda(organiser, null, { sessionId, ...step, callBackRoundId: seenRound }),
    () => extendItem(organiser, null, { sessionId, seenEndsAtMs: session.itemEndsAtMs ?? 0, minutes: 5 }),
    async () =>
      group &&
      extendGroup(giver, null, {
        sessionId,
        groupId: group.groupId,
        seenMoreTime: groups[group.groupId]?.moreTime ?? null,
        minutes: 2,
      }),
    () => callHelp(member, null, { sessionId, groupId: seat }),
    () => comeOrGo(b % 2 === 0 ? member : at(facilitators, a % facilitators.length)),
    () => newcomer(`Arrivée ${a}`),
    async () => help[0] && answerHelp(organiser, null, { sessionId, callId: at(help, b % help.length).callId }),
    async () => help[0] && closeHelp(organiser, null, { sessionId, callId: at(help, b % help.length).callId }),
  ];
  await at(tries, kind % tries.length)();
  world.clock.advance(1 + (a % 3) * 700);
}

/** Somebody's role ends, or is given back to them. */
function comeOrGo({ participationId }: Somebody) {
  const { app, clock } = world;
  return carryOut(world.system(), { commandId: null, action: "test.come-or-go" }, async (tx) => {
    const held = await findParticipation(tx, participationId);
    if (!held) throw new Error("no participation");
    if (held.state === "active") {
      return accept({ value: null, journal: [], facts: await takeRole(tx, held, clock.now()) });
    }
    const { facts } = await tellingSessions(tx, [held.assemblyId], () => giveRole(tx, app, held));
    return accept({ value: null, journal: [], facts });
  });
}

/** Somebody takes up a link to the team. */
async function newcomer(name: string) {
  const order = { assemblyId: live.assemblyId, role: "facilitator", name, email: null, locale: "fr" } as const;
  const { linkId } = value(await inviteToTeam(live.organiser, null, order));
  const token = world.app.secrets.linkToken("team", linkId);
  const device = { userAgent: null, replaces: null };
  const said = { personId: null, name, email: null };
  return acceptTeamLink(world.visitor(), world.commandId(), { token, locale: "fr", newcomer: said, device });
}

/** All members but one, or all but none. */
const present = (b: number) => live.members.filter((_, place) => place !== b % 9).map((one) => one.participationId);

function foldSession(state: SessionState, facts: readonly WrittenFact[]): SessionState {
  return facts.reduce((before, fact) => {
    const after = reduceSession(before, fact as SessionFact);
    if (!after) throw new Error(`${fact.type} is unknown`);
    if (after.round && !mayHoldGroups(after)) throw new Error(`${fact.type} leaves groups in a plenary item`);
    return after;
  }, state);
}

describe("the facts of a live session", () => {
  test("folded into an older snapshot give the newer one (L5), whoever comes and goes, and no groups sit in a plenary item", async () => {
    let happened = 0;
    const attempts = fc.array(fc.tuple(fc.nat(17), fc.nat(100), fc.nat(100)), { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(attempts, async (all: readonly Attempt[]) => {
        const { sessionId, organiser } = live;
        const before = value(await liveSession(organiser, sessionId));
        world.announced.length = 0;
        for (const one of all) await attempt(one);
        const after = value(await liveSession(organiser, sessionId));
        const of = (stream: string): WrittenFact[] => world.announced.filter((fact) => fact.stream === stream);
        expect(foldSession(before.session, of(sessionStream(sessionId)))).toEqual(after.session);
        expect(foldHelp(before.help, of(cockpitStream(sessionId)))).toEqual(after.help);
        for (const groupId of Object.keys(after.groups) as GroupId[]) {
          const stream = callsStream(groupId);
          const calls = value(await liveStream(organiser, stream)).state as readonly HelpCall[];
          const known = before.help.filter((call) => call.groupId === groupId);
          expect(foldHelp(known, of(stream))).toEqual(calls);
        }
        for (const groupId of Object.keys(after.groups) as GroupId[]) {
          const now = at(
            Object.values(after.groups).filter((group) => group.groupId === groupId),
            0,
          );
          const begun = { ...now, moreTime: null, floor: emptyFloor, ideas: [] };
          expect(foldGroup(before.groups[groupId] ?? begun, of(groupStream(groupId)))).toEqual(now);
        }
        happened += world.announced.length;
        expectVersions(world.announced);
      }),
      { seed, numRuns: 6 },
    );
    expect(happened).toBeGreaterThan(50);
  });
});

function foldGroup(state: GroupState, facts: readonly WrittenFact[]): GroupState {
  return facts.reduce((before, fact) => reduceGroup(before, fact as GroupFact) ?? before, state);
}

function foldHelp(calls: readonly HelpCall[], facts: readonly WrittenFact[]): readonly HelpCall[] {
  return facts.reduce((before, fact) => reduceHelp(before, fact as HelpFact) ?? before, calls);
}

/** Consecutive in every stream (L4). */
function expectVersions(facts: readonly WrittenFact[]): void {
  const last = new Map<string, number>();
  for (const { stream, version } of facts) {
    const before = last.get(stream);
    if (before !== undefined) expect(version).toBe(before + 1);
    last.set(stream, version);
  }
}

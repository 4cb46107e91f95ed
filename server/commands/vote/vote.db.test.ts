import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { teamStream } from "~/app/domain/assembly/streams";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { newId, type VoteId } from "~/app/domain/kernel/ids";
import type { Choice } from "~/app/domain/voting/show-of-hands";
import { insertLockedRecommendation } from "~/db/testing/locked-recommendation";
import type { Caller } from "../../context";
import { votePage } from "../../queries/vote/vote-page";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { castVote } from "./cast-vote";
import { closeVote } from "./close-vote";
import { openVote } from "./open-vote";
import { prepareVote } from "./prepare-vote";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 4, seats: 4, phase: "decision" });
});
afterEach(() => world.dispose());

const code = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? "accepted" : (result.refusal?.code ?? "");

async function prepared(more: { closesAt?: Date; quorumPercent?: number } = {}): Promise<VoteId> {
  const { assemblyId, organiser } = built;
  const result = await prepareVote(organiser, world.commandId(), {
    assemblyId,
    title: { fr: "Vote" },
    threshold: "more-than-half",
    quorumPercent: more.quorumPercent ?? 50,
    closesAt: more.closesAt ?? null,
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.voteId;
}

async function opened(more: { closesAt?: Date; quorumPercent?: number } = {}): Promise<VoteId> {
  await insertLockedRecommendation(world, built.assemblyId, { number: 1, title: "Un fonds de garantie" });
  const voteId = await prepared(more);
  const result = await openVote(built.organiser, world.commandId(), { assemblyId: built.assemblyId, voteId });
  if (!result.ok) throw new Error(result.refusal.code);
  return voteId;
}

async function cast(caller: Caller, voteId: VoteId, choice: Choice) {
  const { assemblyId } = built;
  const page = await votePage(built.organiser, { assemblyId, voteId });
  if (!page.ok) throw new Error(page.refusal.code);
  const choices = Object.fromEntries(page.value.questions.map(({ id }) => [id, choice]));
  return castVote(caller, world.commandId(), { assemblyId, voteId, choices });
}

async function seen(caller: Caller, voteId: VoteId) {
  const page = await votePage(caller, { assemblyId: built.assemblyId, voteId });
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value;
}

const member = (at: number): Caller => {
  const found = built.members[at];
  if (!found) throw new Error(`no member ${at}`);
  return found;
};

test("a voice is no fact, whoever's and however often: those who run the vote hear that voices come in, and no more", async () => {
  const voteId = await opened();
  world.announced.length = 0;
  for (const at of [0, 1, 1, 2]) expect((await cast(member(at), voteId, "for")).ok).toBe(true);
  expect(world.announced).toEqual([]);
  expect(world.moved).toEqual(Array(4).fill({ stream: teamStream(built.assemblyId), what: "voices" }));
});

test("a vote without any locked recommendation is refused", async () => {
  const { assemblyId, organiser } = built;
  const order = {
    assemblyId,
    title: { fr: "Vote" },
    threshold: "two-thirds",
    quorumPercent: 0,
    closesAt: null,
  } as const;
  expect(code(await prepareVote(organiser, world.commandId(), order))).toBe("no-locked-recommendation");
});

test("results are hidden before the closing and open to every member after it", async () => {
  const voteId = await opened();
  for (const at of [0, 1, 2]) await cast(member(at), voteId, at === 2 ? "against" : "for");
  expect((await seen(member(0), voteId)).results).toEqual([]);
  expect((await seen(built.organiser, voteId)).results).toEqual([]);
  await closeVote(built.organiser, world.commandId(), { assemblyId: built.assemblyId, voteId });
  const [result] = (await seen(member(3), voteId)).results;
  expect(result?.tally).toEqual({ for: 2, against: 1, blank: 0, roll: 4, outcome: "adopted" });
  expect(Object.values(result?.hands ?? {})).toHaveLength(3);
});

test("a member may change until the closing: the last choice counts, once", async () => {
  const voteId = await opened({ quorumPercent: 0 });
  await cast(member(0), voteId, "for");
  await cast(member(0), voteId, "against");
  await closeVote(built.organiser, world.commandId(), { assemblyId: built.assemblyId, voteId });
  const [result] = (await seen(member(0), voteId)).results;
  expect(result?.tally).toMatchObject({ for: 0, against: 1, outcome: "rejected" });
  expect(code(await cast(member(1), voteId, "for"))).toBe("vote-closed");
});

test("no choice is taken after the end, even before anybody has closed the vote", async () => {
  const voteId = await opened({ closesAt: new Date(world.clock.now().getTime() + MINUTE_MS) });
  world.clock.advance(MINUTE_MS);
  expect(code(await cast(member(0), voteId, "for"))).toBe("vote-closed");
  expect((await seen(member(0), voteId)).state).toBe("counting");
});

test("two organisers who close at once close and count once", async () => {
  const voteId = await opened();
  const second = await built.join("organiser");
  const order = { assemblyId: built.assemblyId, voteId };
  const answers = await Promise.all([
    closeVote(built.organiser, world.commandId(), order),
    closeVote(await world.as(second.personId), world.commandId(), order),
  ]);
  expect(answers.map(code).sort()).toEqual(["accepted", "vote-closed"]);
});

test("whoever joins after the opening is not on the roll", async () => {
  const voteId = await opened();
  const late = await built.join("member", "Tardive", 5);
  expect(code(await cast(await world.as(late.personId), voteId, "for"))).toBe("not-on-the-roll");
});

test("a choice is asked for every recommendation", async () => {
  const voteId = await opened();
  const order = { assemblyId: built.assemblyId, voteId, choices: {} };
  expect(code(await castVote(member(0), world.commandId(), order))).toBe("choice-missing");
});

describe("those who have no business in it", () => {
  test("a visitor and a member of another assembly learn nothing of a vote", async () => {
    const voteId = await opened();
    const stranger = await world.as(await world.person("Inconnue"));
    expect(code(await cast(stranger, voteId, "for"))).toBe("assembly-unknown");
    expect(code(await cast(world.visitor(), voteId, "for"))).toBe("sign-in-needed");
  });

  test("a member can neither open nor close", async () => {
    const voteId = await opened();
    const order = { assemblyId: built.assemblyId, voteId };
    expect(code(await closeVote(member(0), world.commandId(), order))).toBe("role-not-permitted");
  });

  test("a vote of another assembly is unknown here", async () => {
    await opened();
    const order = { assemblyId: built.assemblyId, voteId: newId<"vote">(world.random) };
    expect(code(await closeVote(built.organiser, world.commandId(), order))).toBe("vote-unknown");
  });
});

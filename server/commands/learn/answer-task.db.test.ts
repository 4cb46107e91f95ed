import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type PhaseId, type TaskId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import type { Sharing } from "~/app/domain/learning/task";
import { breakoutRound, groupSeat, roundGroup } from "~/db/schema/session";
import type { Caller } from "../../context";
import { taskPage } from "../../queries/learn/task-page";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { answerTask } from "./answer-task";
import { editTask } from "./edit-task";

let world: TestApp;
let here: BuiltAssembly;
let members: readonly [Somebody, Somebody, Somebody];
beforeAll(async () => {
  world = await testApp();
  here = await buildAssembly(world, { members: 3, facilitators: 1, phase: "skills" });
  members = here.members as unknown as typeof members;
});
afterAll(() => world.dispose());

async function newTask(sharing: Sharing): Promise<TaskId> {
  const phaseId = here.phases.find(({ kind }) => kind === "skills")?.id as PhaseId;
  const draft = { title: { fr: "Chez vous" }, prompt: { fr: "Où vivez-vous ?" }, sharing, minutes: 5 };
  const saved = await editTask(here.organiser, null, { assemblyId: here.assemblyId, taskId: null, phaseId, draft });
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.taskId;
}
const answer = (by: Caller, taskId: TaskId, text: string) =>
  answerTask(by, world.commandId(), { assemblyId: here.assemblyId, taskId, text, language: "fr", sharing: "group" });
const texts = async (by: Caller, taskId: TaskId) => {
  const page = await taskPage(by, { assemblyId: here.assemblyId, taskId });
  return page.ok ? [page.value.own?.text ?? null, ...page.value.others.map(({ text }) => text)] : page.refusal.code;
};

async function seatTogether(...seated: readonly Somebody[]): Promise<void> {
  const main = world.app.stores.main;
  const [roundId, groupId] = [newId<"breakout-round">(world.random), newId<"group">(world.random)];
  const sessionId = here.sessions[0]?.id;
  if (!sessionId) throw new Error("no session");
  const at = world.clock.now();
  await main.insert(breakoutRound).values({ id: roundId, sessionId, ordinal: 1, startedAt: at });
  const documentId = newId<"document">(world.random);
  await main.insert(roundGroup).values({ id: groupId, roundId, number: 1, documentId, version: 1 });
  for (const { participationId } of seated) {
    await main.insert(groupSeat).values({ roundId, groupId, participationId, placedAt: at });
  }
}

test("an answer can be written again, and the last one counts", async () => {
  const taskId = await newTask("private");
  await answer(members[0], taskId, "Une chambre.");
  expect(await answer(members[0], taskId, "Un studio.")).toMatchObject({ ok: true });
  expect(await texts(members[0], taskId)).toEqual(["Un studio."]);
});

test("a private answer is seen by nobody else, the organiser included", async () => {
  const taskId = await newTask("private");
  await answer(members[0], taskId, "Chez mes parents.");
  expect(await texts(here.organiser, taskId)).toEqual([null]);
  expect(await texts(members[1], taskId)).toEqual([null]);
});

test("a shared answer is read by facilitators and organisers, and by the table of the latest round", async () => {
  const taskId = await newTask("group");
  await answer(members[0], taskId, "En colocation.");
  expect(await texts(here.facilitators[0] as Somebody, taskId)).toEqual([null, "En colocation."]);
  expect(await texts(members[1], taskId)).toEqual([null]);
  await seatTogether(members[0], members[1]);
  expect(await texts(members[1], taskId)).toEqual([null, "En colocation."]);
  expect(await texts(members[2], taskId)).toEqual([null]);
  expect(await texts(here.organiser, taskId)).toEqual([null, "En colocation."]);
});

test("answers given in private stay private", async () => {
  const taskId = await newTask("private");
  await answer(members[0], taskId, "Chez mes parents.");
  const draft = { title: { fr: "Chez vous" }, prompt: { fr: "Où ?" }, sharing: "group", minutes: 5 } as const;
  const phaseId = here.phases.find(({ kind }) => kind === "skills")?.id as PhaseId;
  const widened = await editTask(here.organiser, null, { assemblyId: here.assemblyId, taskId, phaseId, draft });
  expect(widened).toEqual(refuse("sharing-fixed", {}, "sharing"));
  const shared = await newTask("group");
  const order = { assemblyId: here.assemblyId, taskId: shared, text: "Un secret.", language: "fr" } as const;
  expect(await answerTask(members[0], null, { ...order, sharing: "private" })).toEqual(refuse("sharing-changed"));
});

test("only members answer, with some words, in their own assembly", async () => {
  const taskId = await newTask("group");
  expect(await answer(here.organiser, taskId, "moi")).toMatchObject(refuse("role-not-permitted"));
  expect(await answer(members[0], taskId, "  ")).toEqual(refuse("answer-missing", {}, "text"));
  const other = await buildAssembly(world, { members: 1, phase: "skills" });
  const stranger = other.members[0] as Somebody;
  expect(await answer(stranger, taskId, "moi")).toEqual(refuse("assembly-unknown"));
  const there = { assemblyId: other.assemblyId, taskId, text: "moi", language: "fr", sharing: "group" } as const;
  expect(await answerTask(stranger, null, there)).toEqual(refuse("task-unknown"));
});

test("a repeated order is answered with its first answer", async () => {
  const taskId = await newTask("group");
  const commandId = world.commandId();
  const order = { assemblyId: here.assemblyId, taskId, text: "Un studio.", language: "fr", sharing: "group" } as const;
  const first = await answerTask(members[0], commandId, order);
  await answer(members[0], taskId, "Autre chose, depuis.");
  expect(await answerTask(members[0], commandId, order)).toEqual(first);
  expect(await texts(members[0], taskId)).toEqual(["Autre chose, depuis."]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { QuestionId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import { questionList } from "../../queries/learn/question-list";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { answerQuestion } from "./answer-question";
import { askQuestion } from "./ask-question";
import { supportQuestion } from "./support-question";

let world: TestApp;
let here: BuiltAssembly;
let [odette, karim, lea]: Somebody[] = [];
beforeAll(async () => {
  world = await testApp();
  here = await buildAssembly(world, { members: 3, phase: "learning" });
  [odette, karim, lea] = [...here.members];
});
afterAll(() => world.dispose());

async function ask(by: Somebody | undefined, text: string): Promise<QuestionId> {
  if (!by) throw new Error("nobody asks");
  const order = { assemblyId: here.assemblyId, text, language: "fr" } as const;
  const asked = await askQuestion(by, world.commandId(), order);
  if (!asked.ok) throw new Error(asked.refusal.code);
  world.clock.advance(1000);
  return asked.value.questionId;
}
const support = (by: Somebody | undefined, questionId: QuestionId, wanted = true) =>
  supportQuestion(by as Somebody, world.commandId(), {
    assemblyId: here.assemblyId,
    questionId,
    support: wanted,
  });
const list = async (by: Somebody | undefined) => {
  const read = await questionList(by as Somebody, here);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

test("questions are sorted by the support of others, each member once, and it can be taken back", async () => {
  const first = await ask(odette, "Qui décide du niveau des loyers ?");
  const second = await ask(karim, "Combien de logements sont vides ?");
  await support(odette, second);
  await support(odette, second);
  await support(lea, second);
  expect((await list(lea)).waiting.map(({ id, support: by, supported }) => [id, by, supported])).toEqual([
    [second, 2, true],
    [first, 0, false],
  ]);
  await support(odette, second, false);
  await support(lea, second, false);
  await support(lea, first);
  expect((await list(lea)).waiting.map(({ id }) => id)).toEqual([first, second]);
  expect(await support(odette, first)).toEqual(refuse("own-question"));
});

test("an expert answers in writing, everyone reads it, and two answers at once do not overwrite each other", async () => {
  const questionId = await ask(odette, "Que dit la loi sur les garants ?");
  const expert = await here.join("expert", "Hélène Marchand");
  const order = { assemblyId: here.assemblyId, questionId, answer: "Elle dit ceci.", seenAtMs: null };
  expect(await answerQuestion(expert, world.commandId(), order)).toMatchObject({ ok: true });
  const late = await answerQuestion(here.organiser, world.commandId(), { ...order, answer: "Autre chose." });
  expect(late).toEqual(refuse("changed-meanwhile", {}, "answer"));
  const found = (await list(lea)).answered.find(({ id }) => id === questionId);
  expect(found?.answer).toMatchObject({ text: "Elle dit ceci.", byName: "Hélène Marchand" });
  const seenAtMs = found?.answer?.atMs ?? null;
  expect(await answerQuestion(expert, world.commandId(), { ...order, answer: "Mieux dit.", seenAtMs })).toMatchObject({
    ok: true,
  });
});

test("a repeated order asks once", async () => {
  const commandId = world.commandId();
  const order = { assemblyId: here.assemblyId, text: "Une question posée deux fois ?", language: "fr" } as const;
  const first = await askQuestion(karim as Somebody, commandId, order);
  expect(await askQuestion(karim as Somebody, commandId, order)).toEqual(first);
  expect((await list(lea)).waiting.filter(({ text }) => text === order.text)).toHaveLength(1);
});

test("members answer no question, and nobody of another assembly asks, supports or answers", async () => {
  const questionId = await ask(odette, "Pourquoi si peu de résidences ?");
  const order = { assemblyId: here.assemblyId, questionId, answer: "Parce que.", seenAtMs: null };
  expect(await answerQuestion(karim as Somebody, null, order)).toMatchObject(refuse("role-not-permitted"));
  const other = await buildAssembly(world, { members: 1, phase: "learning" });
  const stranger = other.members[0] as Somebody;
  expect(await support(stranger, questionId)).toEqual(refuse("assembly-unknown"));
  expect(await answerQuestion(other.organiser, null, order)).toEqual(refuse("assembly-unknown"));
  const there = { assemblyId: other.assemblyId, questionId, support: true };
  expect(await supportQuestion(stranger, null, there)).toEqual(refuse("question-unknown"));
  expect(await answerQuestion(other.organiser, null, { ...order, assemblyId: other.assemblyId })).toEqual(
    refuse("question-unknown"),
  );
});

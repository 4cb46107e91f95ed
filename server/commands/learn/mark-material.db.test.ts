import { afterAll, beforeAll, expect, test } from "vitest";
import type { MaterialId, PhaseId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import { listJournal } from "~/db/repositories/journal";
import { learnPage } from "../../queries/learn/learn-page";
import { learningDesk } from "../../queries/learn/learning-desk";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { editMaterial } from "./edit-material";
import { markMaterial } from "./mark-material";

let world: TestApp;
let here: BuiltAssembly;
let odette: Somebody;
let materialId: MaterialId;
beforeAll(async () => {
  world = await testApp();
  here = await buildAssembly(world, { members: 2, phase: "skills" });
  odette = here.members[0] as Somebody;
  const draft = {
    kind: "reading",
    title: { fr: "Lire" },
    body: { fr: "Un texte." },
    url: "",
    minutes: 8,
    public: false,
  } as const;
  const phaseId = here.phases.find(({ kind }) => kind === "skills")?.id as PhaseId;
  const saved = await editMaterial(here.organiser, null, {
    assemblyId: here.assemblyId,
    materialId: null,
    phaseId,
    draft,
  });
  if (!saved.ok) throw new Error(saved.refusal.code);
  materialId = saved.value.materialId;
});
afterAll(() => world.dispose());

const progress = async () => {
  const page = await learnPage(odette, here);
  return page.ok && page.value.progress;
};

test("a mark counts once however often it is set, and can be taken away", async () => {
  const mark = { assemblyId: here.assemblyId, materialId, done: true };
  await markMaterial(odette, world.commandId(), mark);
  await markMaterial(odette, world.commandId(), mark);
  expect(await progress()).toEqual({ done: 1, total: 1, minutesLeft: 0 });
  const desk = await learningDesk(here.organiser, here);
  expect(desk.ok && desk.value.phases.flatMap(({ steps }) => steps).map(({ done }) => done)).toEqual([1]);
  await markMaterial(odette, world.commandId(), { ...mark, done: false });
  expect(await progress()).toEqual({ done: 0, total: 1, minutesLeft: 8 });
});

test("the team's marks are not counted as members'", async () => {
  const expert = await here.join("expert");
  await markMaterial(expert, world.commandId(), { assemblyId: here.assemblyId, materialId, done: true });
  const desk = await learningDesk(here.organiser, here);
  expect(desk.ok && desk.value.phases.flatMap(({ steps }) => steps).map(({ done }) => done)).toEqual([0]);
});

test("a repeated order marks once and writes one line in the journal", async () => {
  const commandId = world.commandId();
  const mark = { assemblyId: here.assemblyId, materialId, done: true };
  const lines = async () =>
    (await listJournal(world.app.stores.main, { ...here, action: "material.mark-read", limit: 99, offset: 0 })).length;
  const before = await lines();
  await markMaterial(odette, commandId, mark);
  await markMaterial(odette, commandId, mark);
  expect(await lines()).toBe(before + 1);
});

test("a member of another assembly marks nothing here", async () => {
  const other = await buildAssembly(world, { members: 1, phase: "skills" });
  const stranger = other.members[0] as Somebody;
  const mark = { assemblyId: here.assemblyId, materialId, done: true };
  expect(await markMaterial(stranger, null, mark)).toEqual(refuse("assembly-unknown"));
  expect(await markMaterial(stranger, null, { ...mark, assemblyId: other.assemblyId })).toEqual(
    refuse("material-unknown"),
  );
});

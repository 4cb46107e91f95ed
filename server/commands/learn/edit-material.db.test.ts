import { afterAll, beforeAll, expect, test } from "vitest";
import type { MaterialId, PhaseId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import { learningDesk } from "../../queries/learn/learning-desk";
import { materialPage } from "../../queries/learn/material-page";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { editMaterial } from "./edit-material";
import { editTask } from "./edit-task";
import { moveStep } from "./move-step";
import { removeStep } from "./remove-step";

let world: TestApp;
let here: BuiltAssembly;
let elsewhere: BuiltAssembly;
beforeAll(async () => {
  world = await testApp();
  here = await buildAssembly(world, { members: 2, phase: "skills" });
  elsewhere = await buildAssembly(world, { members: 1, phase: "skills" });
});
afterAll(() => world.dispose());

const draft = {
  kind: "reading",
  title: { fr: "Le logement en chiffres", en: "Housing in figures" },
  body: { fr: "Un **texte**.", en: "A **text**." },
  url: "",
  minutes: 8,
  public: true,
} as const;
const task = { title: { fr: "Chez vous" }, prompt: { fr: "Où vivez-vous ?" }, sharing: "group", minutes: 5 } as const;
const phaseOf = (kind: string): PhaseId => here.phases.find((phase) => phase.kind === kind)?.id as PhaseId;
const titles = async (kind: string): Promise<(string | undefined)[]> => {
  const desk = await learningDesk(here.organiser, here);
  return desk.ok
    ? (desk.value.phases.find((phase) => phase.kind === kind)?.steps ?? []).map(({ title }) => title.fr)
    : [];
};
const add = async (title: string, kind = "learning") => {
  const saved = await editMaterial(here.organiser, world.commandId(), {
    assemblyId: here.assemblyId,
    materialId: null,
    phaseId: phaseOf(kind),
    draft: { ...draft, title: { fr: title } },
  });
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.materialId;
};

test("a new step goes to the end of its phase, materials and tasks in one order", async () => {
  await add("un", "drafting");
  await editTask(here.organiser, null, {
    assemblyId: here.assemblyId,
    taskId: null,
    phaseId: phaseOf("drafting"),
    draft: { ...task, title: { fr: "deux" } },
  });
  const third = await add("trois", "drafting");
  expect(await titles("drafting")).toEqual(["un", "deux", "trois"]);
  const up = { assemblyId: here.assemblyId, step: { kind: "material", id: third }, direction: "up" } as const;
  await moveStep(here.organiser, world.commandId(), up);
  expect(await titles("drafting")).toEqual(["un", "trois", "deux"]);
});

test("a repeated order adds one material", async () => {
  const commandId = world.commandId();
  const order = { assemblyId: here.assemblyId, materialId: null, phaseId: phaseOf("skills"), draft };
  const first = await editMaterial(here.organiser, commandId, order);
  expect(await editMaterial(here.organiser, commandId, order)).toEqual(first);
  expect(await titles("skills")).toEqual(["Le logement en chiffres"]);
});

test("a changed material keeps its place, and a removed one is gone", async () => {
  const first = await add("a");
  await add("b");
  const changed = { ...draft, kind: "pdf", url: "https://example.org/a.pdf", title: { fr: "c" } } as const;
  const order = { assemblyId: here.assemblyId, materialId: first, phaseId: phaseOf("learning"), draft: changed };
  expect(await editMaterial(here.organiser, world.commandId(), order)).toMatchObject({ ok: true });
  expect(await titles("learning")).toEqual(["c", "b"]);
  const step = { kind: "material", id: first } as const;
  await removeStep(here.organiser, world.commandId(), { assemblyId: here.assemblyId, step });
  expect(await titles("learning")).toEqual(["b"]);
  const again = await removeStep(here.organiser, world.commandId(), { assemblyId: here.assemblyId, step });
  expect(again).toEqual(refuse("material-unknown"));
});

test("what is prepared for a later phase is shown to organisers alone", async () => {
  const materialId = await add("plus tard", "deliberation");
  const read = { assemblyId: here.assemblyId, materialId };
  const [member] = here.members;
  expect(member && (await materialPage(member, read))).toEqual(refuse("material-unknown"));
  expect(await materialPage(here.organiser, read)).toMatchObject({ ok: true, value: { early: true } });
});

test("members, strangers and organisers of another assembly change nothing here", async () => {
  const order = { assemblyId: here.assemblyId, materialId: null, phaseId: phaseOf("skills"), draft };
  const [member] = here.members;
  expect(member && (await editMaterial(member, null, order))).toMatchObject(refuse("role-not-permitted"));
  expect(await editMaterial(elsewhere.organiser, null, order)).toEqual(refuse("assembly-unknown"));
  expect(await editMaterial(world.visitor(), null, order)).toEqual(refuse("sign-in-needed"));
  const foreign = { ...order, assemblyId: elsewhere.assemblyId };
  expect(await editMaterial(elsewhere.organiser, null, foreign)).toEqual(refuse("phase-unknown", {}, "phaseId"));
  const id = (await add("ici")) as MaterialId;
  const stolen = { ...foreign, materialId: id };
  expect(await editMaterial(elsewhere.organiser, null, stolen)).toEqual(refuse("material-unknown"));
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { aNewAssembly } from "~/app/domain/testing/assembly";
import { findAssembly } from "~/db/repositories/assembly";
import { listJournal } from "~/db/repositories/journal";
import { openPhaseKinds } from "~/db/repositories/phase";
import { buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { createAssembly } from "./create-assembly";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

test("an assembly begins with its preparation open, its itinerary, its sessions and its maker as organiser", async () => {
  const { assemblyId, organiser, phases, sessions } = await buildAssembly(world, {});
  expect(await openPhaseKinds(world.app.stores.main, assemblyId)).toEqual(["preparation"]);
  expect(phases.map(({ kind }) => kind)).toEqual([
    "preparation",
    "recruitment",
    "skills",
    "learning",
    "deliberation",
    "drafting",
    "decision",
    "publication",
    "follow-up",
  ]);
  expect(sessions.map(({ title, agenda }) => [title.en, agenda.length])).toEqual([
    ["First meeting", 3],
    ["Understanding", 5],
    ["Deliberating", 6],
    ["Drafting", 4],
    ["Deciding", 4],
  ]);
  expect(organiser.actor).toMatchObject({ participations: [{ assemblyId, role: "organiser" }] });
});

test("every session lies in a phase, and keeps its hour across the change of clocks", async () => {
  const { sessions } = await buildAssembly(world, {});
  expect(sessions.every(({ phaseId }) => phaseId !== null)).toBe(true);
  expect(sessions[1]?.startsAt.toISOString()).toBe("2026-05-09T07:45:00.000Z");
});

test("the same order twice makes one assembly", async () => {
  const maker = await world.organiser();
  const [organisationId] = maker.actor.kind === "person" ? maker.actor.organiserOf : [];
  const order = aNewAssembly(organisationId && { organisationId });
  const commandId = world.commandId();
  const first = await createAssembly(maker, commandId, order);
  expect(await createAssembly(maker, commandId, order)).toEqual(first);
  const again = await createAssembly(maker, world.commandId(), order);
  expect(again.ok && first.ok && again.value.assemblyId !== first.value.assemblyId).toBe(true);
  const [one, two] = [first, again].map((made) => (made.ok ? made.value.assemblyId : undefined));
  const slugs = [
    one && (await findAssembly(world.app.stores.main, one)),
    two && (await findAssembly(world.app.stores.main, two)),
  ];
  expect(slugs.map((row) => row?.slug)).toEqual([
    "convention-etudiante-sur-le-logement",
    "convention-etudiante-sur-le-logement-2",
  ]);
});

test("only an organiser of the organisation may make one", async () => {
  const { organisationId, members } = await buildAssembly(world, { members: 1 });
  const [member] = members;
  const order = aNewAssembly({ organisationId });
  expect(await createAssembly(world.visitor(), world.commandId(), order)).toMatchObject({
    refusal: { code: "sign-in-needed" },
  });
  expect(member && (await createAssembly(member, world.commandId(), order))).toMatchObject({
    refusal: { code: "role-not-permitted" },
  });
});

test("a missing title in a language of the assembly is refused beside its field, and leaves no trace", async () => {
  const { organiser, organisationId } = await buildAssembly(world, {});
  const order = aNewAssembly({ organisationId, title: { fr: "Sans anglais" } });
  expect(await createAssembly(organiser, world.commandId(), order)).toMatchObject({
    refusal: { code: "field-required", field: "title.en" },
  });
});

test("the journal says who made it from what", async () => {
  const { assemblyId, organiser } = await buildAssembly(world, {});
  const [entry] = await listJournal(world.app.stores.main, { assemblyId, limit: 10, offset: 0 });
  expect(entry).toMatchObject({
    action: "assembly.create",
    actorId: organiser.personId,
    data: { seats: 2, template: "student-convention" },
  });
});

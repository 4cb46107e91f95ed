import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PhaseId } from "~/app/domain/kernel/ids";
import { listJournal } from "~/db/repositories/journal";
import { listPhaseChanges, openPhaseKinds } from "~/db/repositories/phase";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { advancePhase } from "./advance-phase";
import { closePhase } from "./close-phase";
import { undoPhase } from "./undo-phase";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2 });
});
afterEach(() => world.dispose());

const idOf = (kind: string): PhaseId => built.phases.find((phase) => phase.kind === kind)?.id ?? ("none" as PhaseId);
const openNow = () => openPhaseKinds(world.app.stores.main, built.assemblyId);
const advance = (to: string, seen: number, keep: readonly PhaseId[] = []) =>
  advancePhase(built.organiser, world.commandId(), { assemblyId: built.assemblyId, seen, to: idOf(to), keep });

describe("advancing a phase", () => {
  test("opens the next one, tells those connected, and re-authorises everybody", async () => {
    world.rightsChanged.length = 0;
    expect((await advance("recruitment", 1)).ok).toBe(true);
    expect(await openNow()).toEqual(["recruitment"]);
    expect(world.announced).toMatchObject([
      { type: "phase-advanced", payload: { from: ["preparation"], to: ["recruitment"] } },
    ]);
    const people = [built.organiser, ...built.members].map(({ personId }) => personId);
    expect([...world.rightsChanged].sort()).toEqual(people.sort());
  });

  test("keeps an overlapping phase open until it is closed", async () => {
    await advance("recruitment", 1);
    await advance("skills", 2, [idOf("recruitment")]);
    expect((await openNow()).toSorted()).toEqual(["recruitment", "skills"]);
    const order = { assemblyId: built.assemblyId, seen: 3, phaseId: idOf("recruitment") };
    expect((await closePhase(built.organiser, world.commandId(), order)).ok).toBe(true);
    expect(await openNow()).toEqual(["skills"]);
  });

  test("is done once when two organisers press at once", async () => {
    const other = await built.join("organiser", "Une autre organisatrice");
    const order = { assemblyId: built.assemblyId, seen: 1, to: idOf("recruitment"), keep: [] };
    const answers = await Promise.all([
      advancePhase(built.organiser, world.commandId(), order),
      advancePhase(other, world.commandId(), order),
    ]);
    expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal.code)).sort()).toEqual([
      "changed-meanwhile",
      "done",
    ]);
    expect(await listPhaseChanges(world.app.stores.main, built.assemblyId)).toHaveLength(2);
  });

  test("answers a repeated post with the first answer", async () => {
    const order = { assemblyId: built.assemblyId, seen: 1, to: idOf("recruitment"), keep: [] };
    const commandId = world.commandId();
    const first = await advancePhase(built.organiser, commandId, order);
    expect(await advancePhase(built.organiser, commandId, order)).toEqual(first);
    expect(await listPhaseChanges(world.app.stores.main, built.assemblyId)).toHaveLength(2);
  });

  test("is refused to members, and to organisers of another assembly as if this one did not exist", async () => {
    const [member] = built.members;
    const stranger = await world.organiser("Ailleurs");
    const order = { assemblyId: built.assemblyId, seen: 1, to: idOf("recruitment"), keep: [] };
    expect(member && (await advancePhase(member, world.commandId(), order))).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
    expect(await advancePhase(stranger, world.commandId(), order)).toMatchObject({
      refusal: { code: "assembly-unknown" },
    });
    expect(await openNow()).toEqual(["preparation"]);
  });
});

describe("undoing", () => {
  test("takes the last change back and keeps both in the record, with the reason in the journal", async () => {
    await advance("recruitment", 1);
    world.clock.advance(60_000);
    const order = { assemblyId: built.assemblyId, seen: 2, reason: " Ouvert trop tôt " };
    expect((await undoPhase(built.organiser, world.commandId(), order)).ok).toBe(true);
    expect(await openNow()).toEqual(["preparation"]);
    expect(await listPhaseChanges(world.app.stores.main, built.assemblyId)).toMatchObject([
      { ordinal: 1, undoes: null },
      { ordinal: 2, undoes: null },
      { ordinal: 3, reason: "Ouvert trop tôt" },
    ]);
    const [entry] = await listJournal(world.app.stores.main, { assemblyId: built.assemblyId, limit: 1, offset: 0 });
    expect(entry).toMatchObject({ action: "phase.undo", data: { reason: "Ouvert trop tôt" } });
  });

  test("needs a reason", async () => {
    await advance("recruitment", 1);
    const order = { assemblyId: built.assemblyId, seen: 2, reason: "" };
    expect(await undoPhase(built.organiser, world.commandId(), order)).toMatchObject({
      refusal: { code: "reason-needed", field: "reason" },
    });
  });
});

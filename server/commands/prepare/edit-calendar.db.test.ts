import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays, localDateOf } from "~/app/domain/assembly/local-date";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { PhaseId, SessionId } from "~/app/domain/kernel/ids";
import { listPhases } from "~/db/repositories/phase";
import { listSessions } from "~/db/repositories/session-calendar";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { editAgenda } from "./edit-agenda";
import { editItinerary } from "./edit-itinerary";
import { editSession } from "./edit-session";
import { removeSession } from "./remove-session";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1 });
});
afterEach(() => world.dispose());

const main = () => world.app.stores.main;
const idOf = (kind: string): PhaseId => built.phases.find((phase) => phase.kind === kind)?.id ?? ("none" as PhaseId);
const kinds = async () => (await listPhases(main(), built.assemblyId)).map(({ kind }) => kind);
const firstSession = async () => {
  const [session] = await listSessions(main(), built.assemblyId);
  if (!session) throw new Error("no session");
  return session;
};

const dayAfter = (at: Date, days: number): string => addDays(localDateOf(at, "Europe/Paris"), days);

describe("the itinerary", () => {
  test("takes a kind a second time, and loses one", async () => {
    const { assemblyId } = built;
    const add = { kind: "add", phase: "learning", after: idOf("deliberation"), days: 7 } as const;
    expect((await editItinerary(built.organiser, world.commandId(), { assemblyId, version: 1, edit: add })).ok).toBe(
      true,
    );
    expect(await kinds()).toEqual([
      "preparation",
      "recruitment",
      "skills",
      "learning",
      "deliberation",
      "learning",
      "drafting",
      "decision",
      "publication",
      "follow-up",
    ]);
    const remove = { kind: "remove", id: idOf("skills") } as const;
    expect((await editItinerary(built.organiser, world.commandId(), { assemblyId, version: 2, edit: remove })).ok).toBe(
      true,
    );
    expect(await kinds()).not.toContain("skills");
  });

  test("takes the sessions to come along with their phase when asked, at the same hour, and says so in the journal", async () => {
    const { assemblyId } = built;
    const { startsAt, endsAt } = await firstSession();
    const phases = await listPhases(main(), assemblyId);
    const dates = phases
      .filter(({ position }) => position >= 2)
      .map(({ id, startsAt: from, endsAt: to }) => ({ id, from: dayAfter(from, 7), to: dayAfter(to, 7) }));
    const order = { assemblyId, version: 1, edit: { kind: "dates", dates } as const };
    expect((await editItinerary(built.organiser, world.commandId(), { ...order, moveSessions: true })).ok).toBe(true);
    const moved = await firstSession();
    expect(moved.phaseId).toBe(idOf("skills"));
    expect(moved.startsAt.getTime() - startsAt.getTime()).toBe(7 * DAY_MS);
    expect(moved.endsAt.getTime() - endsAt.getTime()).toBe(7 * DAY_MS);
  });

  test("leaves a session that was held where it was", async () => {
    const { startsAt } = await firstSession();
    world.clock.set(new Date(startsAt.getTime() + DAY_MS));
    const add = { kind: "add", phase: "learning", after: idOf("recruitment"), days: 7 } as const;
    const order = { assemblyId: built.assemblyId, version: 1, edit: add, moveSessions: true };
    await editItinerary(built.organiser, world.commandId(), order);
    expect((await firstSession()).startsAt).toEqual(startsAt);
  });

  test("moves a session to the phase of its day when the days change", async () => {
    const [session] = await listSessions(main(), built.assemblyId);
    expect(session?.phaseId).toBe(idOf("skills"));
    const edit = { kind: "dates", dates: [{ id: idOf("skills"), from: "2026-05-01", to: "2026-05-10" }] } as const;
    await editItinerary(built.organiser, world.commandId(), { assemblyId: built.assemblyId, version: 1, edit });
    expect((await firstSession()).phaseId).toBe(idOf("recruitment"));
  });

  test("is edited by one organiser at a time", async () => {
    const edit = { kind: "remove", id: idOf("skills") } as const;
    const stale = { assemblyId: built.assemblyId, version: 7, edit };
    expect(await editItinerary(built.organiser, world.commandId(), stale)).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
    expect(await kinds()).toContain("skills");
  });

  test("is not edited by members or from another assembly", async () => {
    const order = { assemblyId: built.assemblyId, version: 1, edit: { kind: "remove", id: idOf("skills") } as const };
    const [member] = built.members;
    expect(member && (await editItinerary(member, world.commandId(), order))).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
    const elsewhere = await buildAssembly(world, {});
    const foreign = { ...order, assemblyId: elsewhere.assemblyId };
    expect(await editItinerary(elsewhere.organiser, world.commandId(), foreign)).toMatchObject({
      refusal: { code: "phase-unknown" },
    });
  });
});

const plan = (changes = {}) => ({
  assemblyId: built.assemblyId,
  session: null,
  title: { fr: "Une séance de plus", en: "One more session" },
  startsAt: new Date("2026-05-15T07:30:00Z"),
  endsAt: new Date("2026-05-15T10:00:00Z"),
  place: "both" as const,
  address: "Salle des fêtes",
  ...changes,
});

describe("the sessions", () => {
  test("one is added in the phase of its day, once for two posts", async () => {
    const commandId = world.commandId();
    const first = await editSession(built.organiser, commandId, plan());
    expect(await editSession(built.organiser, commandId, plan())).toEqual(first);
    const added = (await listSessions(main(), built.assemblyId)).filter(({ title }) => title.en === "One more session");
    expect(added).toMatchObject([
      { phaseId: idOf("learning"), address: "Salle des fêtes", state: "planned", version: 1 },
    ]);
  });

  test("one is moved, and a second organiser with the old version is told", async () => {
    const session = await firstSession();
    const order = plan({ session: { id: session.id, version: session.version } });
    expect((await editSession(built.organiser, world.commandId(), order)).ok).toBe(true);
    expect(await editSession(built.organiser, world.commandId(), order)).toMatchObject({
      refusal: { code: "changed-meanwhile" },
    });
  });

  test("one that ends before it begins is refused beside the end", async () => {
    const order = plan({ endsAt: new Date("2026-05-15T07:00:00Z") });
    expect(await editSession(built.organiser, world.commandId(), order)).toMatchObject({
      refusal: { code: "session-ends-before-start", field: "endsAt" },
    });
  });

  test("one is removed with its agenda; one of another assembly is unknown", async () => {
    const { id } = await firstSession();
    const elsewhere = await buildAssembly(world, {});
    const foreign = { assemblyId: elsewhere.assemblyId, sessionId: id };
    expect(await removeSession(elsewhere.organiser, world.commandId(), foreign)).toMatchObject({
      refusal: { code: "session-unknown" },
    });
    const order = { assemblyId: built.assemblyId, sessionId: id };
    expect((await removeSession(built.organiser, world.commandId(), order)).ok).toBe(true);
    expect(await removeSession(built.organiser, world.commandId(), order)).toMatchObject({
      refusal: { code: "session-unknown" },
    });
    expect(await listSessions(main(), built.assemblyId)).toHaveLength(4);
  });
});

describe("an agenda", () => {
  const item = {
    mode: "groups",
    minutes: 25,
    title: { fr: "Idées", en: "Ideas" },
    prompt: { fr: "Que faire ?" },
  } as const;
  const edit = (sessionId: SessionId, version: number, request: Parameters<typeof editAgenda>[2]["edit"]) =>
    editAgenda(built.organiser, world.commandId(), { assemblyId: built.assemblyId, sessionId, version, edit: request });

  test("takes an item, moves it up, and loses another", async () => {
    const { id, agenda } = await firstSession();
    const [welcome] = agenda;
    await edit(id, 1, { kind: "add", item });
    const added = (await firstSession()).agenda.at(-1);
    expect(added).toMatchObject({ mode: "groups", minutes: 25, position: 3, prompt: { fr: "Que faire ?" } });
    if (!added || !welcome) throw new Error("no items");
    await edit(id, 2, { kind: "move", id: added.id, by: -1 });
    await edit(id, 3, { kind: "remove", id: welcome.id });
    expect((await firstSession()).agenda.map(({ title, position }) => [position, title.en])).toEqual([
      [0, "Round of introductions"],
      [1, "Ideas"],
      [2, "Rules of the game"],
    ]);
  });

  test("is not edited from an old page", async () => {
    const { id } = await firstSession();
    await edit(id, 1, { kind: "add", item });
    expect(await edit(id, 1, { kind: "add", item })).toMatchObject({ refusal: { code: "changed-meanwhile" } });
  });
});

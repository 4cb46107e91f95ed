import { afterEach, beforeEach, expect, test } from "vitest";
import { memberNow } from "~/app/domain/assembly/member-now";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { type AgendaItemId, newId } from "~/app/domain/kernel/ids";
import { insertRound } from "~/db/repositories/breakout";
import { saveDeviceCheck } from "~/db/repositories/device-check";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { home } from "./home";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 3, facilitators: 1, phase: "deliberation" });
});
afterEach(() => world.dispose());

const one = <T>(list: readonly T[], at = 0): T => {
  const found = list[at];
  if (found === undefined) throw new Error("nobody there");
  return found;
};
const seen = async (who = one(built.members)) => {
  const answer = await home(who, { assemblyId: built.assemblyId });
  if (!answer.ok) throw new Error(answer.refusal.code);
  const toDo = answer.value.expected.filter(({ done }) => !done).length;
  const now = memberNow({ ...answer.value, toDo, nowMs: world.clock.now().getTime(), timeZone: "Europe/Paris" });
  return { ...answer.value, now };
};

async function seatAtTable(): Promise<void> {
  const [session, facilitator] = [one(built.sessions), one(built.facilitators)];
  const roundId = newId<"breakout-round">(world.random);
  const groupId = newId<"group">(world.random);
  const at = world.clock.now();
  await insertRound(world.app.stores.main, {
    round: {
      id: roundId,
      sessionId: session.id,
      agendaItemId: null as AgendaItemId | null,
      ordinal: 1,
      startedAt: at,
      endedAt: null,
    },
    groups: [
      {
        id: groupId,
        roundId,
        number: 7,
        facilitatorId: facilitator.participationId,
        documentId: newId<"document">(world.random),
        moreMs: null,
        moreSince: null,
        version: 1,
      },
    ],
    seats: built.members.map(({ participationId }) => ({ roundId, participationId, groupId, placedAt: at })),
  });
}

test("before the first session a member is asked for a device check, and sees what comes next", async () => {
  const { now, expected, table, phases, device } = await seen();
  expect(now).toEqual({ kind: "to-do", count: 1 });
  expect(expected).toEqual([{ kind: "device-check", minutes: 2, done: false }]);
  expect([table, device]).toEqual([null, null]);
  expect(phases.filter(({ state }) => state === "current").map(({ kind }) => kind)).toEqual(["deliberation"]);
});

test("a check that was made is shown as done, with what it found", async () => {
  const { participationId } = one(built.members);
  await saveDeviceCheck(world.app.stores.main, {
    participationId,
    assemblyId: built.assemblyId,
    at: world.clock.now(),
    microphoneLevel: 0.4,
    camera: true,
    speaker: true,
    roundTripMs: 40,
    trouble: null,
  });
  const { now, expected, device } = await seen();
  expect(expected).toMatchObject([{ kind: "device-check", done: true }]);
  expect(device).toEqual({ atMs: world.clock.now().getTime(), readiness: "ready" });
  expect(now).toMatchObject({ kind: "session-coming" });
});

test("twelve minutes before a session, it says so", async () => {
  world.clock.set(new Date(one(built.sessions).startsAt.getTime() - 12 * MINUTE_MS));
  expect((await seen()).now).toEqual({ kind: "session-soon", sessionId: one(built.sessions).id, minutes: 12 });
});

test("a member sees who sits and who facilitates at their last table; the facilitator sees that they lead it", async () => {
  await seatAtTable();
  expect((await seen()).table).toEqual({
    sessionId: one(built.sessions).id,
    number: 7,
    facilitator: "Animation 1",
    mine: false,
    others: ["Membre 2", "Membre 3"],
  });
  expect((await seen(one(built.facilitators))).table).toMatchObject({
    mine: true,
    others: ["Membre 1", "Membre 2", "Membre 3"],
  });
});

test("a stranger learns nothing, not even that the assembly exists", async () => {
  const stranger = await world.organiser("Ailleurs");
  expect(await home(stranger, { assemblyId: built.assemblyId })).toMatchObject({
    refusal: { code: "assembly-unknown" },
  });
  expect(await home(world.visitor(), { assemblyId: built.assemblyId })).toMatchObject({
    refusal: { code: "sign-in-needed" },
  });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Result } from "~/app/domain/kernel/result";
import { addDevice } from "../../commands/auth/add-device";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { memberList } from "./member-list";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, facilitators: 1 });
});
afterEach(() => world.dispose());

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

const list = (search = "", caller = built.organiser as Parameters<typeof memberList>[0]) =>
  memberList(caller, { assemblyId: built.assemblyId, search });

test("members stand by seat, with the means to reach them, and the team is not among them", async () => {
  const zelie = await built.join("member", "Zélie Élan", 3);
  const { personId } = zelie;
  await addDevice(world.app.stores.main, world.app, {
    personId,
    means: "code",
    only: null,
    device: { userAgent: null, replaces: null },
  });
  const { members } = value(await list());
  expect(members.map(({ seat, name }) => `${seat} ${name}`)).toEqual(["1 Membre 1", "2 Membre 2", "3 Zélie Élan"]);
  expect(members[2]).toMatchObject({ byMail: true, card: false, lastSeenAtMs: world.clock.now().getTime() });
  expect(members[0]).toMatchObject({ lastSeenAtMs: null, device: null });
  expect(JSON.stringify(members)).not.toContain("@");
});

test("a search finds a part of a name whatever its accents, or a seat", async () => {
  await built.join("member", "Zélie Élan", 30);
  const names = async (search: string) => value(await list(search)).members.map(({ name }) => name);
  expect(await names("elan ZEL")).toEqual(["Zélie Élan"]);
  expect(await names("2")).toEqual(["Membre 2"]);
  expect(await names("personne de ce nom")).toEqual([]);
});

test("the guarantor sees the list and does nothing with it; others do not see it", async () => {
  const guarantor = await built.join("guarantor");
  expect(value(await list("", guarantor))).toMatchObject({ mayPrint: false, mayHandOver: false });
  const assistant = await built.join("technical-assistant");
  expect(value(await list("", assistant))).toMatchObject({ mayPrint: false, mayHandOver: true });
  const [member] = built.members;
  expect((await list("", member)).ok).toBe(false);
  expect((await list("", world.visitor())).ok).toBe(false);
  expect((await list("", (await buildAssembly(world)).organiser)).ok).toBe(false);
});

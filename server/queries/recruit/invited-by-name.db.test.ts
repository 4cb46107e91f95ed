import { afterAll, beforeAll, expect, test } from "vitest";
import { newId, type OrganisationId } from "~/app/domain/kernel/ids";
import { listInvited } from "~/db/repositories/invitation";
import { insertOrganisation, listOrganisations } from "~/db/repositories/organisation";
import { buildDrawn } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());

const names = ["Zoé", "Émile", "eva", "Ève", "Ådne", "bruno"];
const inOrder = ["Ådne", "bruno", "Émile", "eva", "Ève", "Zoé"];

test("those invited stand by the letters of their names, whatever the accents, on both databases", async () => {
  const as = (row: number) => ({ name: `${names[Math.floor(row / 2) % 6]} ${row}`, email: `p${row}@example.org` });
  const { assemblyId } = await buildDrawn(world, { people: 120, seats: 30, as });
  const first = (await listInvited(world.app.stores.main, assemblyId)).map(({ name }) => name.split(" ")[0]);
  expect(first.filter((name, at) => name !== first[at - 1])).toEqual(inOrder);
});

test("organisations do so too", async () => {
  const { main } = world.app.stores;
  const ids: OrganisationId[] = [];
  for (const name of names) {
    const id = newId<"organisation">(world.random);
    ids.push(id);
    await insertOrganisation(main, { id, name, legalNotice: {}, privacy: {}, createdAt: world.clock.now() });
  }
  expect((await listOrganisations(main, ids)).map(({ name }) => name)).toEqual(inOrder);
});

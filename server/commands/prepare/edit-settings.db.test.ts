import { afterEach, beforeEach, expect, test } from "vitest";
import type { OrganisationId } from "~/app/domain/kernel/ids";
import { someSettings } from "~/app/domain/testing/assembly";
import { findAssembly } from "~/db/repositories/assembly";
import { listJournal } from "~/db/repositories/journal";
import { findOrganisation } from "~/db/repositories/organisation";
import { listSessions } from "~/db/repositories/session-calendar";
import { organisationMark } from "../../kernel/prepare/organisation-mark";
import { assemblySettings } from "../../queries/prepare/assembly-settings";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { editOrganisation } from "./edit-organisation";
import { editSettings } from "./edit-settings";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1, seats: 8, groupSize: 4 });
});
afterEach(() => world.dispose());

const settings = (changes = {}) => ({
  ...someSettings({ seats: 8, groupSize: 4 }),
  assemblyId: built.assemblyId,
  ...changes,
});
const row = () => findAssembly(world.app.stores.main, built.assemblyId);

test("settings change, and the journal names what changed", async () => {
  world.clock.advance(60_000);
  const changed = settings({ seats: 12, contactName: "Samir Haddad" });
  expect(await editSettings(built.organiser, world.commandId(), changed)).toEqual({ ok: true, value: { version: 2 } });
  expect(await row()).toMatchObject({ seats: 12, contactName: "Samir Haddad", version: 2 });
  const [entry] = await listJournal(world.app.stores.main, { assemblyId: built.assemblyId, limit: 1, offset: 0 });
  expect(entry).toMatchObject({ action: "assembly.edit", data: { changed: ["seats", "contactName"] } });
});

test("of two organisers who save at once, the second is told and nothing of the first is lost", async () => {
  const other = await built.join("organiser");
  const shown = await assemblySettings(other, built);
  const seen = shown.ok ? shown.value.mark : "";
  const [first, second] = await Promise.all([
    editSettings(built.organiser, world.commandId(), settings({ contactName: "La première", seen })),
    editSettings(other, world.commandId(), settings({ contactName: "La seconde", seen })),
  ]);
  expect([first, second].map((answer) => (answer.ok ? "done" : answer.refusal.code)).sort()).toEqual([
    "changed-meanwhile",
    "done",
  ]);
  expect((await row())?.contactName).toBe(first.ok ? "La première" : "La seconde");
});

test("what is wrong is named beside its field", async () => {
  const refusalOf = async (changes: object) => {
    const answer = await editSettings(built.organiser, world.commandId(), settings(changes));
    return answer.ok ? "accepted" : `${answer.refusal.code} ${answer.refusal.field}`;
  };
  expect(await refusalOf({ languages: [] })).toBe("language-needed languages");
  expect(await refusalOf({ title: { fr: "Seulement en français" } })).toBe("field-required title.en");
  expect(await refusalOf({ timeZone: "Europe/Atlantis" })).toBe("time-zone-unknown timeZone");
  expect(await refusalOf({ groupSize: 1 })).toBe("group-size-out-of-range groupSize");
  expect(await refusalOf({ groupSize: 9 })).toBe("group-larger-than-assembly groupSize");
  expect(await refusalOf({ seats: 1 })).toBe("seats-out-of-range seats");
});

test("with another time zone, sessions keep the hour on the wall clock", async () => {
  const before = await listSessions(world.app.stores.main, built.assemblyId);
  await editSettings(built.organiser, world.commandId(), settings({ timeZone: "Indian/Reunion" }));
  const after = await listSessions(world.app.stores.main, built.assemblyId);
  expect(before[0]?.startsAt.toISOString()).toBe("2026-04-30T16:30:00.000Z");
  expect(after[0]?.startsAt.toISOString()).toBe("2026-04-30T14:30:00.000Z");
});

test("a member and a stranger change nothing", async () => {
  const [member] = built.members;
  const stranger = await world.organiser("Ailleurs");
  expect(member && (await editSettings(member, world.commandId(), settings()))).toMatchObject({
    refusal: { code: "role-not-permitted" },
  });
  expect(await editSettings(stranger, world.commandId(), settings())).toMatchObject({
    refusal: { code: "assembly-unknown" },
  });
});

async function markOf(id: OrganisationId): Promise<string> {
  const row = await findOrganisation(world.app.stores.main, id);
  if (!row) throw new Error("no organisation");
  return organisationMark(row);
}

test("an organisation's texts are changed by its own organisers only", async () => {
  const { organisationId } = built;
  const texts = {
    organisationId,
    seen: await markOf(organisationId),
    name: "Ville de Rennes",
    legalNotice: { fr: "Éditeur : la ville" },
    privacy: { fr: "Vos données" },
  };
  expect((await editOrganisation(built.organiser, world.commandId(), texts)).ok).toBe(true);
  expect(await findOrganisation(world.app.stores.main, organisationId)).toMatchObject({
    name: "Ville de Rennes",
    privacy: { fr: "Vos données" },
  });
  const stranger = await world.organiser("Ailleurs");
  expect(await editOrganisation(stranger, world.commandId(), texts)).toMatchObject({
    refusal: { code: "role-not-permitted" },
  });
  expect(await editOrganisation(built.organiser, world.commandId(), { ...texts, name: " " })).toMatchObject({
    refusal: { field: "name" },
  });
});

test("the second of two who save an organisation's texts from the same page is told, and nothing is overwritten", async () => {
  const { organisationId } = built;
  const seen = await markOf(organisationId);
  const texts = { organisationId, seen, name: "Ville de Rennes", legalNotice: { fr: "Un" }, privacy: {} };
  expect((await editOrganisation(built.organiser, world.commandId(), texts)).ok).toBe(true);
  const second = { ...texts, legalNotice: { fr: "Deux" } };
  expect(await editOrganisation(built.organiser, world.commandId(), second)).toMatchObject({
    refusal: { code: "changed-meanwhile" },
  });
  expect(await findOrganisation(world.app.stores.main, organisationId)).toMatchObject({ legalNotice: { fr: "Un" } });
  const knowing = { ...second, seen: await markOf(organisationId) };
  expect((await editOrganisation(built.organiser, world.commandId(), knowing)).ok).toBe(true);
});

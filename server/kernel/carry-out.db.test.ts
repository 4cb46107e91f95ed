import { afterEach, beforeEach, expect, test } from "vitest";
import { teamStream } from "~/app/domain/assembly/streams";
import { type AssemblyId, newId } from "~/app/domain/kernel/ids";
import { accept, refuse } from "~/app/domain/kernel/result";
import { streamVersion } from "~/db/repositories/fact";
import { listJournal } from "~/db/repositories/journal";
import { findPerson, insertPerson } from "~/db/repositories/person";
import { type TestApp, testApp } from "../testing/test-app";
import { carryOut, storageRefusal } from "./carry-out";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const assemblyId = "an-assembly" as AssemblyId;
const stream = teamStream(assemblyId);
const note = { action: "test.done", assemblyId, subject: { kind: "test" } };

test("a repeated command is answered with its first answer and done once", async () => {
  const order = { commandId: world.commandId(), action: "test.do" };
  let times = 0;
  const work = async () => accept({ value: { times: ++times }, journal: [note] });
  const first = await carryOut(world.system(), order, work);
  const second = await carryOut(world.system(), order, work);
  expect(first).toEqual(accept({ times: 1 }));
  expect(second).toEqual(first);
  expect(await listJournal(world.app.stores.main, { assemblyId, limit: 9, offset: 0 })).toHaveLength(1);
});

test("ten copies of one command sent at once are done once", async () => {
  const order = { commandId: world.commandId(), action: "test.do" };
  const id = newId<"person">(world.random);
  const work = async (tx: Parameters<Parameters<typeof carryOut>[2]>[0]) => {
    await insertPerson(tx, {
      id,
      name: "Odette",
      email: null,
      emailProvenAt: null,
      phone: null,
      locale: "fr",
      createdAt: world.clock.now(),
    });
    return accept({ value: id, journal: [note] });
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => carryOut(world.system(), order, work)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(accept(id))]));
});

test("a refusal leaves no trace", async () => {
  const id = newId<"person">(world.random);
  const result = await carryOut(world.system(), { commandId: world.commandId(), action: "test.do" }, async (tx) => {
    await insertPerson(tx, {
      id,
      name: "Odette",
      email: null,
      emailProvenAt: null,
      phone: null,
      locale: "fr",
      createdAt: world.clock.now(),
    });
    return refuse("phase-not-open");
  });
  expect(result).toEqual(refuse("phase-not-open"));
  expect(await findPerson(world.app.stores.main, id)).toBeUndefined();
});

test("facts get the next versions of their stream and are announced after the commit", async () => {
  const work = async () =>
    accept({
      value: null,
      journal: [],
      facts: [
        { stream, type: "pool-imported", payload: { people: 1 } },
        { stream, type: "pool-imported", payload: { people: 2 } },
      ] as const,
    });
  await carryOut(world.system(), { commandId: null, action: "test.do" }, work);
  expect(world.announced.map(({ stream, version, type }) => [stream, version, type])).toEqual([
    [stream, 1, "pool-imported"],
    [stream, 2, "pool-imported"],
  ]);
  expect(await streamVersion(world.app.stores.main, stream)).toBe(2);
});

test("nobody is answered with another person's receipt", async () => {
  const [one, two] = [await world.as(await world.person("Odette")), await world.as(await world.person("Karim"))];
  const order = { commandId: world.commandId(), action: "test.do" };
  await carryOut(one, order, async () => accept({ value: "of Odette", journal: [] }));
  expect(await carryOut(two, order, async () => accept({ value: "of Karim", journal: [] }))).toEqual(
    accept("of Karim"),
  );
});

test("a full disk and a busy store are refusals with a sentence; any other fault is thrown on", () => {
  const failed = (code: string): Error =>
    new Error("Failed query", { cause: Object.assign(new Error(code), { code }) });
  expect(storageRefusal(failed("SQLITE_FULL"))).toEqual(refuse("storage-full"));
  expect(storageRefusal(failed("SQLITE_BUSY"))).toEqual(refuse("storage-busy"));
  expect(() => storageRefusal(failed("SQLITE_CORRUPT"))).toThrow("Failed query");
});

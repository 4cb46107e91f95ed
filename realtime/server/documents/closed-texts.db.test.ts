import { afterAll, beforeAll, expect, test } from "vitest";
import { applyUpdate, Doc } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import type { DocumentText } from "~/server/documents/live-documents";
import { updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { typed, wordsIn } from "../../testing/shared-text";
import { aDocument } from "../../testing/unwired-connection";
import { Rooms } from "./rooms";

let world: TestApp;
beforeAll(async () => {
  world = await testApp("closed-texts");
});
afterAll(() => world.dispose());

/** Rooms on one store, and how often a log was read. */
function counted() {
  const store = updateStore(world.app);
  const logs = { read: 0 };
  const load: typeof store.load = (documentId) => {
    logs.read += 1;
    return store.load(documentId);
  };
  return { rooms: new Rooms(world.app, { ...store, load }), logs };
}

const wordsOf = ({ state }: DocumentText): string => {
  const doc = new Doc();
  applyUpdate(doc, state);
  return wordsIn(doc).toString();
};

test("notes that nobody has open are read from their log once, though a whole assembly reads them, and anew after an edit", async () => {
  const { rooms, logs } = counted();
  const name = aDocument(world, "notes");
  const writer = newId<"person">(world.random);
  await new Rooms(world.app).write(name, writer, typed(1, "Des bancs."));
  await rooms.takenOut(name);
  const read = await Promise.all(Array.from({ length: 150 }, () => rooms.read(name.documentId)));
  expect(new Set(read.map(wordsOf))).toEqual(new Set(["Des bancs."]));
  expect(logs.read).toBe(1);
  await new Rooms(world.app).write(name, writer, typed(2, "Des fontaines."));
  expect(wordsOf(await rooms.read(name.documentId))).toContain("Des fontaines.");
  expect(logs.read).toBe(2);
});

test("a log that could not be read is asked again", async () => {
  const store = updateStore(world.app);
  let isDown = true;
  const rooms = new Rooms(world.app, {
    ...store,
    load: (documentId) => (isDown ? Promise.reject(new Error("the database is away")) : store.load(documentId)),
  });
  const name = aDocument(world, "notes");
  await new Rooms(world.app).write(name, newId<"person">(world.random), typed(1, "Des bancs."));
  await expect(rooms.read(name.documentId)).rejects.toThrow("away");
  isDown = false;
  expect(wordsOf(await rooms.read(name.documentId))).toBe("Des bancs.");
});

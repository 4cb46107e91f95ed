import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import { type UpdateStore, updateStore } from "~/server/commands/live/store-updates";
import type { DocumentName } from "~/server/jobs/live-documents";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { documentClosed } from "../protocol/close-codes";
import { unwiredConnection } from "../testing/unwired-connection";
import { catchUpFrame, haveFrame, readFrame, updateFrame } from "./document-frames";
import { Rooms } from "./rooms";

let world: TestApp;
let store: UpdateStore;
let name: DocumentName;
beforeAll(async () => {
  world = await testApp("late-updates");
  store = updateStore(world.app);
});
beforeEach(() => {
  name = {
    documentId: newId<"document">(world.random),
    kind: "recommendation",
    assemblyId: newId<"assembly">(world.random),
  };
});
afterAll(() => world.dispose());

/** A worker that lets every update pass, once it is told to. */
function examiner() {
  let pass = (): void => {};
  const passed = new Promise<null>((settle) => {
    pass = () => settle(null);
  });
  return { pass, examine: () => passed, close: async () => {} };
}

/** A page that writes paragraphs; answers its updates one by one. */
function page(client: number) {
  const doc = new Doc();
  doc.clientID = client;
  return (text: string, paragraphs: number): Uint8Array => {
    const before = encodeStateVector(doc);
    doc.transact(() => {
      const field = doc.getXmlFragment("action");
      for (let at = 0; at < paragraphs; at += 1) {
        const paragraph = new XmlElement("paragraph");
        paragraph.insert(0, [new XmlText(text)]);
        field.insert(field.length, [paragraph]);
      }
    });
    return encodeStateAsUpdate(doc, before);
  };
}

async function opened(rooms: Rooms, client: number) {
  const one = unwiredConnection(world, { rooms, name, client });
  await one.connection.open();
  one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  one.connection.receive(catchUpFrame(encodeStateAsUpdate(new Doc())));
  return one;
}

const rows = async (): Promise<number> => (await store.load(name.documentId)).updates.length;
const heard = (frames: readonly Uint8Array[]): number =>
  frames.filter((frame) => readFrame(frame)?.kind === "update").length;

test("what is being examined when the store fails is not stored: it may build on what was lost (D10)", async () => {
  const worker = examiner();
  let isFull = true;
  const append: UpdateStore["append"] = (all) => (isFull ? Promise.reject(new Error("full")) : store.append(all));
  const rooms = new Rooms(world.app, { ...store, append }, worker);
  const write = page(7);
  const one = await opened(rooms, 7);
  one.connection.receive(updateFrame(write("short", 1)));
  one.connection.receive(updateFrame(write("long", 200)));
  await expect.poll(() => one.closed).toEqual([documentClosed.notStored]);
  isFull = false;
  worker.pass();
  await rooms.settled();
  expect(await rows()).toBe(0);
  const again = await opened(new Rooms(world.app), 7);
  expect(again.closed).toEqual([]);
});

test("who was let in while the store failed is told, and not left in a room that is given up", async () => {
  const rooms = new Rooms(world.app, { ...store, append: () => Promise.reject(new Error("full")) }, examiner());
  const one = await opened(rooms, 7);
  const asked: (() => void)[] = [];
  const two = unwiredConnection(world, {
    rooms,
    name,
    client: 8,
    admit: () => new Promise((settle) => asked.push(() => settle(undefined))),
  });
  const opening = two.connection.open();
  // Its rights change meanwhile: it is asked again, once it holds the room.
  two.connection.concerns(() => false);
  asked.shift()?.();
  await expect.poll(() => asked.length).toBe(1);
  one.connection.receive(updateFrame(page(7)("short", 1)));
  await expect.poll(() => one.closed).toEqual([documentClosed.notStored]);
  while (asked.length > 0) asked.shift()?.();
  await opening;
  expect(two.closed).toEqual([documentClosed.notStored]);
});

test("a room lives until what is being examined is stored, though everybody has left it (D7)", async () => {
  const worker = examiner();
  const rooms = new Rooms(world.app, store, worker);
  const one = await opened(rooms, 7);
  one.connection.receive(updateFrame(page(7)("long", 200)));
  one.connection.ended();
  const two = await opened(rooms, 8);
  worker.pass();
  await rooms.settled();
  expect(await rows()).toBe(1);
  expect(heard(two.sent)).toBe(1);
});

test("after a lock nothing is stored that was being examined, though its page has gone (D7)", async () => {
  const worker = examiner();
  const rooms = new Rooms(world.app, store, worker);
  const one = await opened(rooms, 7);
  one.connection.receive(updateFrame(page(7)("long", 200)));
  one.connection.ended();
  const locked = await rooms.lock(name);
  worker.pass();
  await rooms.settled();
  expect([locked.sequence, await rows()]).toEqual([0, 0]);
});

test.each(["rightsChanged", "signInNeeded"] as const)(
  "what was being examined when its page was closed (%s) is neither stored nor passed on",
  async (reason) => {
    const worker = examiner();
    const rooms = new Rooms(world.app, store, worker);
    const [one, two] = [await opened(rooms, 7), await opened(rooms, 8)];
    one.connection.receive(updateFrame(page(7)("long", 200)));
    one.connection.close(reason);
    worker.pass();
    await rooms.settled();
    expect([await rows(), heard(two.sent)]).toEqual([0, 0]);
  },
);

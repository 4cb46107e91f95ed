import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import type { DocumentName } from "~/server/documents/live-documents";
import { type UpdateStore, updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { documentClosed } from "../../protocol/close-codes";
import { documentMessage } from "../../protocol/document-messages";
import { pageWriter } from "../../testing/page-writer";
import { aDocument, openedConnection, unwiredConnection } from "../../testing/unwired-connection";
import { FRAMES, SLOWER_MS } from "./connection-options";
import { barrierFrame, readFrame, updateFrame } from "./document-frames";
import { replayLog } from "./replay-log";
import { Rooms } from "./rooms";

let world: TestApp;
let store: UpdateStore;
let name: DocumentName;
beforeAll(async () => {
  world = await testApp("late-updates");
  store = updateStore(world.app);
});
beforeEach(() => {
  name = aDocument(world);
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

const opened = (rooms: Rooms, client: number, personId = newId<"person">(world.random)) =>
  openedConnection(world, { rooms, name, client, personId });

const rows = async (): Promise<number> => (await store.load(name.documentId)).updates.length;

/** Once nothing more of what may be read now is under way. */
async function settledRows(rooms: Rooms): Promise<number> {
  for (;;) {
    const before = await rows();
    for (let turn = 0; turn < 5; turn += 1) {
      await rooms.settled();
      await new Promise((soon) => setImmediate(soon));
    }
    if ((await rows()) === before) return before;
  }
}

const heard = (frames: readonly Uint8Array[]): number =>
  frames.filter((frame) => readFrame(frame)?.kind === "update").length;

test("what is being examined when the store fails is not stored: it may build on what was lost (D10)", async () => {
  const worker = examiner();
  let isFull = true;
  const append: UpdateStore["append"] = (all) => (isFull ? Promise.reject(new Error("full")) : store.append(all));
  const rooms = new Rooms(world.app, { ...store, append }, worker);
  const write = pageWriter(7);
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
  one.connection.receive(updateFrame(pageWriter(7)("short", 1)));
  await expect.poll(() => one.closed).toEqual([documentClosed.notStored]);
  while (asked.length > 0) asked.shift()?.();
  await opening;
  expect(two.closed).toEqual([documentClosed.notStored]);
});

test("a room lives until what is being examined is stored, though everybody has left it (D7)", async () => {
  const worker = examiner();
  const rooms = new Rooms(world.app, store, worker);
  const one = await opened(rooms, 7);
  one.connection.receive(updateFrame(pageWriter(7)("long", 200)));
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
  one.connection.receive(updateFrame(pageWriter(7)("long", 200)));
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
    one.connection.receive(updateFrame(pageWriter(7)("long", 200)));
    one.connection.close(reason);
    worker.pass();
    await rooms.settled();
    expect([await rows(), heard(two.sent)]).toEqual([0, 0]);
  },
);

test("a page that sends without end is read more slowly, and nothing of it is lost", async () => {
  const rooms = new Rooms(world.app, store);
  const one = await opened(rooms, 7);
  const write = pageWriter(7);
  const sent = 3 * FRAMES.burst;
  for (let at = 0; at < sent; at += 1) one.connection.receive(updateFrame(write("x", 1)));
  const atOnce = await settledRows(rooms);
  expect(atOnce).toBeGreaterThan(FRAMES.burst / 2);
  expect(atOnce).toBeLessThanOrEqual(FRAMES.burst);
  const goOn = async (ms: number): Promise<number> => {
    for (let passed = 0; passed < ms; passed += SLOWER_MS) {
      world.clock.advance(SLOWER_MS);
      for (const work of one.waiting.splice(0)) work();
      await settledRows(rooms);
    }
    return rows();
  };
  const afterASecond = (await goOn(1_000)) - atOnce;
  expect(afterASecond).toBeGreaterThan(FRAMES.perSecond / 2);
  expect(afterASecond).toBeLessThanOrEqual(FRAMES.perSecond + 1);
  expect([await goOn((1_000 * sent) / FRAMES.perSecond), one.closed]).toEqual([sent, []]);
});

test("every update counts against what its writer may cost, though it says nothing new", async () => {
  const rooms = new Rooms(world.app, store);
  const one = await opened(rooms, 7);
  const doc = new Doc();
  doc.clientID = 7;
  const send = (change: () => void): void => {
    const before = encodeStateVector(doc);
    doc.transact(change);
    one.connection.receive(updateFrame(encodeStateAsUpdate(doc, before)));
  };
  const paragraph = new XmlElement("paragraph");
  const text = new XmlText("x");
  send(() => {
    paragraph.insert(0, [text]);
    doc.getXmlFragment("action").insert(0, [paragraph]);
  });
  for (let at = 0; at < 20; at += 1) {
    send(() => text.insert(1, "y"));
    send(() => text.delete(1, 1));
  }
  await rooms.settled();
  const { updates } = await store.load(name.documentId);
  const { steps } = await replayLog(updates, ["action"]);
  expect(updates.length).toBeGreaterThan(20);
  expect(steps.get(one.personId)).toBeGreaterThanOrEqual(updates.length);
});

/** A page that has typed, and asked whether it is saved, while a lock waits to be answered. */
async function typedWhileLocking() {
  const answers: { lock(): void; fail(): void }[] = [];
  const freeze: UpdateStore["freeze"] = (of) =>
    new Promise((settle, fail) => {
      answers.push({
        lock: () => store.freeze(of).then(settle, fail),
        fail: () => fail(new Error("the database is away")),
      });
    });
  const rooms = new Rooms(world.app, { ...store, freeze });
  const one = await opened(rooms, 7);
  const locking = rooms.lock(name);
  await expect.poll(() => answers.length).toBe(1);
  const before = one.sent.length;
  one.connection.receive(updateFrame(pageWriter(7)("typed meanwhile", 1)));
  one.connection.receive(barrierFrame(1));
  await rooms.settled();
  const heardSince = (): (number | undefined)[] => one.sent.slice(before).map(([type]) => type);
  return { rooms, one, locking, answer: answers[0], heardSince };
}

test("a lock that fails takes nothing from who was typing: their page comes back with it (D7, D10)", async () => {
  const { rooms, one, locking, answer, heardSince } = await typedWhileLocking();
  // Neither told that it is locked, which would make the page give its words up, nor that they are saved.
  expect(heardSince()).toEqual([]);
  answer?.fail();
  await expect(locking).rejects.toThrow("away");
  expect([one.closed, await rows()]).toEqual([[documentClosed.notStored], 0]);
  const again = await opened(rooms, 7, one.personId);
  again.connection.receive(updateFrame(pageWriter(7)("typed meanwhile", 1)));
  await rooms.settled();
  expect(await rows()).toBe(1);
});

test("once a text is locked its pages are told, and what they sent meanwhile is not in it (D7)", async () => {
  const { rooms, one, locking, answer, heardSince } = await typedWhileLocking();
  const writing = rooms.write(name, one.personId, pageWriter(9)("by the server", 1));
  await expect(writing).rejects.toThrow("locked");
  answer?.lock();
  await locking;
  expect(heardSince()).toEqual([documentMessage.rights]);
  expect([one.closed, await rows()]).toEqual([[], 0]);
});

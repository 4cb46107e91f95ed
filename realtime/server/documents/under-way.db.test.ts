import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { applyUpdate, Doc } from "yjs";
import { updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { wordsIn } from "../../testing/shared-text";
import { aDocument, openedConnection } from "../../testing/unwired-connection";
import { readFrame, updateFrame } from "./document-frames";
import { Rooms } from "./rooms";

let world: TestApp;
beforeAll(async () => {
  world = await testApp("under-way");
});
afterAll(() => world.dispose());

/** A store that takes updates, but tells nobody while it is held. */
function heldStore() {
  const store = updateStore(world.app);
  let held: Promise<void> = Promise.resolve();
  let release = (): void => {};
  return {
    ...store,
    append: async (rows: Parameters<typeof store.append>[0]) => {
      await held;
      return store.append(rows);
    },
    hold: () => {
      held = new Promise((settle) => {
        release = settle;
      });
    },
    release: () => release(),
  };
}

/** A page by hand: every change goes to its connection. */
function pageOf({ connection }: Awaited<ReturnType<typeof openedConnection>>, client: number) {
  const doc = new Doc();
  doc.clientID = client;
  doc.on("update", (update: Uint8Array) => connection.receive(updateFrame(update)));
  return wordsIn(doc);
}

const texts = (frames: readonly Uint8Array[]): Uint8Array[] =>
  frames.flatMap((frame) => {
    const read = readFrame(frame);
    return read?.kind === "catch-up" || read?.kind === "update" ? [read.update] : [];
  });

function read(updates: readonly Uint8Array[]): string {
  const doc = new Doc();
  for (const update of updates) applyUpdate(doc, update);
  return wordsIn(doc).toString();
}

test("who comes while something is being stored is told what is stored, without the words deleted by then, and hears the rest after (D1)", async () => {
  const store = heldStore();
  const rooms = new Rooms(world.app, store);
  const name = aDocument(world, "notes");
  const one = pageOf(await openedConnection(world, { rooms, name, client: 7 }), 7);
  one.insert(0, "gardé effacé");
  await rooms.settled();
  one.delete(5, 7);
  await rooms.settled();
  store.hold();
  one.insert(5, " en route");
  const two = await openedConnection(world, { rooms, name, client: 8 });
  await vi.waitFor(() => expect(texts(two.sent)).toHaveLength(1));
  expect(read(texts(two.sent))).toBe("gardé");
  expect(two.sent.filter((frame) => Buffer.from(frame).includes("effac"))).toEqual([]);
  store.release();
  await rooms.settled();
  expect(read(texts(two.sent))).toBe("gardé en route");
});

test("two who come at once while something is being stored are told the same, and what they send then is taken in its order", async () => {
  const store = heldStore();
  const rooms = new Rooms(world.app, store);
  const name = aDocument(world, "notes");
  const one = pageOf(await openedConnection(world, { rooms, name, client: 7 }), 7);
  one.insert(0, "un");
  await rooms.settled();
  store.hold();
  one.insert(2, " deux");
  const others = await Promise.all([8, 9].map((client) => openedConnection(world, { rooms, name, client })));
  const eight = others[0] as (typeof others)[number];
  // Before it has heard anything.
  const words = pageOf(eight, 8);
  words.insert(0, "trois ");
  words.insert(6, "quatre");
  await vi.waitFor(() => expect(others.map(({ sent }) => texts(sent).length)).toEqual([1, 1]));
  expect(others.map(({ sent }) => read(texts(sent)))).toEqual(["un", "un"]);
  store.release();
  await vi.waitFor(() => expect(read(texts(eight.sent))).toContain("trois quatre"));
  const { state } = await rooms.read(name.documentId);
  for (const { sent } of others) expect(read(texts(sent))).toBe(read([state]));
});

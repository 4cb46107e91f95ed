import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import type { DocumentName } from "~/server/documents/live-documents";
import { type UpdateStore, updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { documentClosed } from "../../protocol/close-codes";
import { documentLimits, workLimits } from "../../protocol/document-messages";
import { pageWriter } from "../../testing/page-writer";
import { aDocument, openedConnection, unwiredConnection } from "../../testing/unwired-connection";
import { ClientNumbers } from "./client-numbers";
import { WHOLE_TEXTS } from "./connection-options";
import { haveFrame, updateFrame } from "./document-frames";
import { Rooms } from "./rooms";
import { WorkerExaminer } from "./update-examiner";

let world: TestApp;
let store: UpdateStore;
let name: DocumentName;
let rooms: Rooms;
beforeAll(async () => {
  world = await testApp("document-limits");
  store = updateStore(world.app);
});
beforeEach(() => {
  name = aDocument(world);
  rooms = new Rooms(world.app);
});
afterAll(() => world.dispose());

const opened = (client = 7, personId = newId<"person">(world.random)) =>
  openedConnection(world, { rooms, name, client, personId });
const typed = (client: number, text: string): Uint8Array => pageWriter(client)(text, 1);

test("a number stays its first person's after everybody has left and the document was closed (D14)", async () => {
  const first = await opened(7);
  first.connection.ended();
  await rooms.settled();
  // Whoever opens it now opens a room of its own.
  const other = await opened(8);
  other.connection.ended();
  await rooms.settled();
  expect((await opened(7)).closed).toEqual([documentClosed.numberTaken]);
  expect((await opened(7, first.personId)).closed).toEqual([]);
});

test("one person draws two thousand numbers of a document, and no more", () => {
  const numbers = new ClientNumbers();
  const [one, other] = [newId<"person">(world.random), newId<"person">(world.random)];
  const drawn = Array.from({ length: 2_100 }, (_, at) => numbers.claim(at + 1, one));
  expect(drawn.filter(Boolean)).toHaveLength(2_000);
  expect(numbers.claim(9_999, other)).toBe(true);
});

test("what a page says it has, and what it sends before it is let in, is bounded", async () => {
  const one = await opened();
  one.connection.receive(haveFrame(new Uint8Array(documentLimits.stateVectorBytes + 1)));
  expect(one.closed).toEqual([documentClosed.tooLarge]);
  const early = unwiredConnection(world, { rooms, name, client: 9, admit: () => new Promise(() => {}) });
  void early.connection.open();
  const frame = updateFrame(new Uint8Array(documentLimits.frameBytes / 4));
  for (let at = 0; at < 5; at += 1) early.connection.receive(frame);
  expect(early.closed).toEqual([documentClosed.tooLarge]);
});

test("a page may ask for the whole text some dozens of times at once, and is cut then", async () => {
  const one = await opened();
  for (let at = 0; at < WHOLE_TEXTS.burst; at += 1) one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  expect(one.closed).toEqual([documentClosed.malformed]);
});

test("what one person's updates cost a document is bounded over its whole life, openings included (D13)", async () => {
  const one = await opened();
  one.connection.receive(updateFrame(typed(7, "x")));
  await rooms.settled();
  const { updates } = await store.load(name.documentId);
  expect(updates).toHaveLength(1);
  const limits = workLimits as { personSteps: number };
  const { personSteps } = limits;
  try {
    // As if that one update had used all up.
    limits.personSteps = 0;
    for (const anew of [false, true]) {
      if (anew) rooms = new Rooms(world.app);
      const again = await opened(70 + Number(anew), one.personId);
      again.connection.receive(updateFrame(typed(70 + Number(anew), "y")));
      expect(again.closed, String(anew)).toEqual([documentClosed.tooLarge]);
      const other = await opened(80 + Number(anew));
      expect(other.closed).toEqual([]);
    }
  } finally {
    limits.personSteps = personSteps;
  }
});

const examination = {
  kind: "notes",
  state: encodeStateAsUpdate(new Doc()),
  update: typed(7, "x"),
  stepsLeft: 1,
} as const;
const says = (script: string) => () =>
  new Worker(`const { parentPort } = require("node:worker_threads"); parentPort.postMessage("ready"); ${script}`, {
    eval: true,
  });

test("an update that a thread cannot finish is refused when its time is over, and the next has a thread of its own (D13)", async () => {
  const examiner = new WorkerExaminer(50, says("parentPort.on('message', () => { for (;;); });"));
  expect(await Promise.all([examiner.examine(examination), examiner.examine(examination)])).toEqual([
    "tooLarge",
    "tooLarge",
  ]);
  expect(await examiner.examine(examination)).toBe("tooLarge");
  await examiner.close();
});

test("a thread that dies over an update has refused it", async () => {
  const examiner = new WorkerExaminer(60_000, says("parentPort.on('message', () => process.exit(1));"));
  expect(await examiner.examine(examination)).toBe("tooLarge");
  await examiner.close();
});

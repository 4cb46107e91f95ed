import { beforeEach, expect, test } from "vitest";
import { type HeldPauses, heldPauses } from "../../testing/held-pauses";
import { DueReading } from "./due-reading";

let pauses: HeldPauses;
let isReady: boolean;
let isSeen: boolean;
let reads: number;
let asked: number;
let reading: DueReading;

beforeEach(() => {
  pauses = heldPauses();
  [isReady, isSeen, reads, asked] = [true, true, 0, 0];
  const ports = {
    isReady: async () => {
      asked += 1;
      return isReady;
    },
    read: () => void reads++,
    isSeen: () => isSeen,
  };
  reading = new DueReading(ports, pauses);
});

/** What was answered has been heard. */
const heard = (): Promise<void> => new Promise((soon) => setImmediate(soon));

test("a reading that the server cannot serve stays due, is asked for after growing pauses, and is done once", async () => {
  isReady = false;
  reading.due();
  for (let time = 0; time < 3; time += 1) {
    await heard();
    pauses.end();
  }
  await heard();
  expect(pauses.begun).toEqual([500, 1_000, 2_000, 4_000]);
  isReady = true;
  reading.due();
  expect(asked).toBe(4);
  pauses.end();
  await heard();
  pauses.end();
  await heard();
  expect(reads).toBe(1);
});

test("a page that nobody looks at is read once somebody does, and asks nothing before", async () => {
  isSeen = false;
  reading.due();
  reading.due();
  await heard();
  expect([asked, reads]).toEqual([0, 0]);
  isSeen = true;
  reading.look();
  await heard();
  reading.look();
  await heard();
  expect([asked, reads]).toEqual([1, 1]);
});

test("a page that is left while it waits is not read any more", async () => {
  isReady = false;
  reading.due();
  await heard();
  reading.stop();
  isReady = true;
  pauses.end();
  await heard();
  expect([asked, reads]).toEqual([1, 0]);
});

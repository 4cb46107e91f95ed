import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Doc, encodeStateVector } from "yjs";
import { accept, refuse } from "~/app/domain/kernel/result";
import type { DocumentName } from "~/server/documents/live-documents";
import { updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { pageWriter } from "../../testing/page-writer";
import { aDocument, unwiredConnection } from "../../testing/unwired-connection";
import { catchUpFrame, haveFrame, readFrame } from "./document-frames";
import { Rooms } from "./rooms";

let world: TestApp;
let rooms: Rooms;
let name: DocumentName;
beforeAll(async () => {
  world = await testApp("rights-meanwhile");
});
beforeEach(() => {
  rooms = new Rooms(world.app);
  name = aDocument(world);
});
afterAll(() => world.dispose());

const rows = async (): Promise<number> => (await updateStore(world.app).load(name.documentId)).updates.length;

test("what happens in its session while a text is opening is not missed: its page does not write on (D6)", async () => {
  const one = unwiredConnection(world, { rooms, name });
  await one.connection.open();
  one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  const answers: ((admitted: "as before" | "read only") => void)[] = [];
  const two = unwiredConnection(world, {
    rooms,
    name,
    client: 8,
    admit: () => new Promise((settle) => answers.push((how) => settle(how === "as before" ? undefined : readOnly()))),
  });
  const readOnly = () =>
    accept({ ...two.admitted, access: { ...two.admitted.access, write: refuse("session-closed") } });
  const opening = two.connection.open();
  // The session closes: the connection is not known to hang on it yet.
  expect(two.connection.hangsOn(new Set(["session:any"]))).toBe(false);
  answers.shift()?.("as before");
  await expect.poll(() => answers.length).toBe(1);
  answers.shift()?.("read only");
  await opening;
  two.connection.receive(haveFrame(encodeStateVector(new Doc())));
  two.connection.receive(catchUpFrame(pageWriter(8)("after the end", 1)));
  await rooms.settled();
  expect([await rows(), one.sent.some((frame) => readFrame(frame)?.kind === "update")]).toEqual([0, false]);
});

test("of two questions for the rights of a page the later one counts, whichever is answered first", async () => {
  const answers: ((mayWrite: boolean) => void)[] = [];
  let asks = false;
  const one = unwiredConnection(world, {
    rooms,
    name,
    admit: () =>
      asks
        ? new Promise((settle) => {
            answers.push((mayWrite) =>
              settle(
                mayWrite
                  ? undefined
                  : accept({ ...one.admitted, access: { ...one.admitted.access, write: refuse("session-closed") } }),
              ),
            );
          })
        : Promise.resolve(undefined),
  });
  await one.connection.open();
  asks = true;
  const rechecks = [one.connection.recheck(), one.connection.recheck()];
  const [first, second] = answers.splice(0);
  second?.(false);
  first?.(true);
  await Promise.all(rechecks);
  one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  one.connection.receive(catchUpFrame(pageWriter(7)("after the end", 1)));
  await rooms.settled();
  expect(await rows()).toBe(0);
});

test("whenever rights change while a page comes in, it is either known by then or asked again", async () => {
  for (let ticks = 0; ticks < 40; ticks += 1) {
    let asked = 0;
    const one = unwiredConnection(world, {
      rooms,
      name,
      client: 100 + ticks,
      admit: async () => {
        asked += 1;
        return undefined;
      },
    });
    const opening = one.connection.open();
    for (let at = 0; at < ticks; at += 1) await Promise.resolve();
    const before = asked;
    const isKnown = one.connection.concerns(() => true);
    await opening;
    if (!isKnown) expect(asked, `after ${ticks} turns`).toBeGreaterThan(before);
  }
});

test("rights that are asked for again and again, faster than anybody answers, are known all the same", async () => {
  const answers: (() => void)[] = [];
  let isIn = false;
  const one = unwiredConnection(world, {
    rooms,
    name,
    admit: async () => {
      if (!isIn) return undefined;
      await new Promise<void>((settle) => answers.push(settle));
      return accept({ ...one.admitted, access: { ...one.admitted.access, write: refuse("session-closed") } });
    },
  });
  await one.connection.open();
  isIn = true;
  const first = one.connection.recheck();
  void one.connection.recheck();
  // The second question is never answered.
  answers[0]?.();
  await first;
  one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  one.connection.receive(catchUpFrame(pageWriter(7)("after the end", 1)));
  await rooms.settled();
  expect(await rows()).toBe(0);
});

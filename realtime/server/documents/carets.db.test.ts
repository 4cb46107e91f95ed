import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/app/domain/kernel/ids";
import { updateStore } from "~/server/documents/update-store";
import { at } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { documentClosed } from "../../protocol/close-codes";
import { documentMessage } from "../../protocol/document-messages";
import { type LiveWorld, liveWorld, until, webSocketClass } from "../../testing/live-world";
import { pageWriter } from "../../testing/page-writer";
import { sharedText } from "../../testing/shared-text";
import { aDocument, openedConnection, unwiredConnection } from "../../testing/unwired-connection";
import { updateFrame } from "./document-frames";
import { Rooms } from "./rooms";

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld("carets");
});
afterAll(() => world.dispose());

function caretFrame(client: number, clock: number): Uint8Array {
  const update = createEncoder();
  writeVarUint(update, 1);
  writeVarUint(update, client);
  writeVarUint(update, clock);
  writeVarString(update, JSON.stringify({ user: { color: "#123456" }, cursor: null }));
  const frame = createEncoder();
  writeVarUint(frame, documentMessage.awareness);
  writeVarUint8Array(frame, toUint8Array(update));
  return toUint8Array(frame);
}

test("a flood of carets reaches nobody past its bound, and does not hold up what is written", async () => {
  const rooms = new Rooms(world.app);
  const name = aDocument(world);
  const one = await openedConnection(world, { rooms, name, client: 7 });
  const two = await openedConnection(world, { rooms, name, client: 8 });
  for (let clock = 1; clock <= 5_000; clock += 1) one.connection.receive(caretFrame(7, clock));
  one.connection.receive(updateFrame(pageWriter(7)("written", 1)));
  await rooms.settled();
  const heard = two.sent.filter(([type]) => type === documentMessage.awareness).length;
  // The last of them, together with whatever else is new.
  expect(heard).toBeLessThanOrEqual(1);
  expect((await updateStore(world.app).load(name.documentId)).updates).toHaveLength(1);
});

test("of one person's pages twelve have a text open; the oldest comes back, and others are not concerned", async () => {
  const rooms = new Rooms(world.app);
  const name = aDocument(world, "notes");
  const personId = newId<"person">(world.random);
  const other = unwiredConnection(world, { rooms, name, client: 99 });
  await other.connection.open();
  const pages = Array.from({ length: 14 }, (_, client) =>
    unwiredConnection(world, { rooms, name, client: client + 1, personId }),
  );
  for (const { connection } of pages) await connection.open();
  const cut = pages.map(({ closed }) => closed);
  expect(cut.slice(0, 2)).toEqual([[documentClosed.notStored], [documentClosed.notStored]]);
  expect([...cut.slice(2), other.closed].flat()).toEqual([]);
});

test("a page sends its own caret, and not those it hears of", async () => {
  const { documentId, writers } = await sharedText(world);
  const sent: number[] = [];
  const page = async (who: number, counts: boolean) => {
    const Plain = webSocketClass(await world.signIn(at(writers, who).personId));
    class Counted extends Plain {
      override send(data: Parameters<WebSocket["send"]>[0]): void {
        if (counts) sent.push(new Uint8Array(data as ArrayBuffer)[0] ?? -1);
        super.send(data);
      }
    }
    const user = { name: "x", color: "#123456" };
    const client = new DocumentClient({ documentId, serverUrl: world.wsUrl, user, WebSocketPolyfill: Counted });
    await until(client.subscribe, () => client.view().status === "saved");
    return client;
  };
  const [moving, still] = [await page(0, false), await page(1, true)];
  const theirs = still.view().awareness;
  const ours = moving.view();
  if (!theirs || !ours.awareness || !ours.doc) throw new Error("no carets");
  const { clientID } = ours.doc;
  const before = sent.filter((type) => type === documentMessage.awareness).length;
  for (let color = 0; color < 20; color += 1) {
    ours.awareness.setLocalStateField("user", { name: "x", color: `#0000${String(color).padStart(2, "0")}` });
    await until(
      (listener) => {
        theirs.on("change", listener);
        return () => theirs.off("change", listener);
      },
      () => (theirs.getStates().get(clientID)?.user as { color?: string })?.color?.endsWith(String(color)),
    );
  }
  expect(sent.filter((type) => type === documentMessage.awareness).length - before).toBeLessThanOrEqual(1);
  moving.stop();
  still.stop();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import { refuse } from "~/app/domain/kernel/result";
import type { DocumentName } from "~/server/documents/live-documents";
import { updateStore } from "~/server/documents/update-store";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { documentClosed } from "../../protocol/close-codes";
import { typed as typedIn } from "../../testing/shared-text";
import { aDocument, unwiredConnection } from "../../testing/unwired-connection";
import { catchUpFrame, haveFrame, readFrame, updateFrame } from "./document-frames";
import { Rooms } from "./rooms";

let world: TestApp;
beforeAll(async () => {
  world = await testApp("rooms");
});
afterAll(() => world.dispose());

const typed = (client: number, text: string): Uint8Array => typedIn(client, text, "action");

const connect = (
  rooms: Rooms,
  name: DocumentName,
  options: Pick<Parameters<typeof unwiredConnection>[1], "client" | "personId" | "admit"> = {},
) => unwiredConnection(world, { rooms, name, ...options });

describe("the documents, whoever has them open", () => {
  test("a document nobody wrote in reads as empty, at sequence 0", async () => {
    const { sequence } = await new Rooms(world.app).read(newId<"document">(world.random));
    expect(sequence).toBe(0);
  });

  test("what is written for somebody is read back, and a lock answers the same text and sequence, again and again", async () => {
    const rooms = new Rooms(world.app);
    const name = aDocument(world);
    const sequence = await rooms.write(name, newId<"person">(world.random), typed(1, "Plafonner les loyers"));
    const text = await rooms.read(name.documentId);
    expect(text.sequence).toBe(sequence);
    expect(await rooms.lock(name)).toEqual(text);
    expect(await new Rooms(world.app).lock(name)).toEqual(text);
    await expect(rooms.write(name, newId<"person">(world.random), typed(2, "Trop tard"))).rejects.toThrow("locked");
    await rooms.unlock(name.documentId);
    expect(await rooms.write(name, newId<"person">(world.random), typed(2, "Encore"))).toBeGreaterThan(sequence);
  });

  test("frames that come before a slow authorisation has ended are not lost (U3)", async () => {
    const rooms = new Rooms(world.app);
    const name = aDocument(world);
    let admit = (): void => {};
    const slow = new Promise<undefined>((settle) => {
      admit = () => settle(undefined);
    });
    const { connection } = connect(rooms, name, { admit: () => slow });
    const opening = connection.open();
    connection.receive(haveFrame(encodeStateVector(new Doc())));
    connection.receive(catchUpFrame(typed(7, "tôt")));
    admit();
    await opening;
    await rooms.settled();
    expect((await rooms.read(name.documentId)).sequence).toBeGreaterThan(0);
  });

  test("a device that ends while its document is opening does not get in with what it was admitted on (D12)", async () => {
    const rooms = new Rooms(world.app);
    const name = aDocument(world);
    let ended = false;
    const { connection, closed } = connect(rooms, name, {
      admit: async () => {
        if (ended) return refuse("sign-in-needed");
        // The announcement comes after the answer was read and before it is acted on.
        ended = true;
        expect(connection.concerns(() => true)).toBe(false);
        return undefined;
      },
    });
    connection.receive(catchUpFrame(typed(7, "trop tard")));
    await connection.open();
    expect(closed).toEqual([documentClosed.signInNeeded]);
    expect((await rooms.read(name.documentId)).sequence).toBe(0);
  });

  test("an update that could not be stored closes the connections with 4013, reaches nobody, and can be sent again (D10)", async () => {
    const store = updateStore(world.app);
    let full = true;
    const rooms = new Rooms(world.app, {
      ...store,
      append: (rows) => (full ? Promise.reject(new Error("the disk is full")) : store.append(rows)),
    });
    const name = aDocument(world);
    const [one, two] = [connect(rooms, name), connect(rooms, name, { client: 8 })];
    for (const { connection } of [one, two]) {
      await connection.open();
      connection.receive(haveFrame(encodeStateVector(new Doc())));
      connection.receive(catchUpFrame(encodeStateAsUpdate(new Doc())));
    }
    one.connection.receive(updateFrame(typed(7, "perdu ?")));
    await rooms.settled();
    expect([one.closed, two.closed]).toEqual([[documentClosed.notStored], [documentClosed.notStored]]);
    expect(two.sent.some((frame) => readFrame(frame)?.kind === "update")).toBe(false);
    full = false;
    const again = connect(rooms, name, { personId: one.personId });
    await again.connection.open();
    again.connection.receive(catchUpFrame(typed(7, "perdu ?")));
    await rooms.settled();
    const { state } = await rooms.read(name.documentId);
    expect(state).toEqual(typed(7, "perdu ?"));
  });
});

import fc from "fast-check";
import { createDecoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Doc, encodeStateVector } from "yjs";
import { newId } from "~/app/domain/kernel/ids";
import { rollBackDocuments } from "~/db/testing/roll-back-documents";
import { closeSession } from "~/server/commands/live/close-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, value } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { Drawer } from "../../browser/unsent/drawer";
import { sendKept } from "../../browser/unsent/send-kept";
import { ToldTexts } from "../../browser/unsent/told-texts";
import { documentMessage } from "../../protocol/document-messages";
import { heldPauses } from "../../testing/held-pauses";
import { type LiveWorld, liveWorld, until, webSocket, webSocketClass } from "../../testing/live-world";
import { madeUpTab } from "../../testing/made-up-tab";
import { type SharedText, sharedText, wordsIn } from "../../testing/shared-text";
import { ClientNumbers } from "./client-numbers";
import { haveFrame, readFrame, type Told } from "./document-frames";
import { Rooms } from "./rooms";
import { scanned } from "./update-gate";
import { Witnesses } from "./witnesses";

/** After a power cut, or with an older backup, the pages that are open give back what the server has lost (D19). */

let world: LiveWorld;
let text: SharedText;
const clients: DocumentClient[] = [];

beforeAll(async () => {
  world = await liveWorld("lost-log");
});
beforeEach(async () => {
  text = await sharedText(world);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});
afterAll(() => world.dispose());

async function open(somebody: Pick<Somebody, "personId">, told?: ToldTexts): Promise<DocumentClient> {
  const client = new DocumentClient({
    ...(told && { told }),
    documentId: text.documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(somebody.personId)),
  });
  clients.push(client);
  await until(client.subscribe, () => /saved|read-only/.test(client.view().status));
  return client;
}

const one = () => open(at(text.writers, 0));
const two = () => open(at(text.writers, 1));

function words(client: DocumentClient) {
  const { doc } = client.view();
  if (!doc) throw new Error("no document");
  return wordsIn(doc);
}

async function write(client: DocumentClient, place: number, said: string): Promise<void> {
  words(client).insert(place, said);
  expect(await client.flush()).toBe(true);
}

const reads = (client: DocumentClient, said: string) =>
  until(
    (listener) => {
      client.view().doc?.on("update", listener);
      return () => client.view().doc?.off("update", listener);
    },
    () => words(client).toString() === said,
  );

const away = (client: DocumentClient) => {
  client.view().provider?.disconnect();
  return until(client.subscribe, () => client.view().status === "offline");
};

const back = (client: DocumentClient, status = "saved") => {
  client.view().provider?.connect();
  return until(client.subscribe, () => client.view().status === status);
};

const lastSequence = async (): Promise<number> => (await text.rows()).at(-1)?.sequence ?? 0;

/** The server ends, and begins again without the end of its log. */
async function lose(after: number): Promise<void> {
  for (const client of clients) await away(client);
  await rollBackDocuments(world.app.stores.documents, after);
  await world.restart();
}

test("a page that heard another's words gives them back, under the other's name, and goes on", async () => {
  const [lea, odette] = [await one(), await two()];
  await write(lea, 0, "De Léa. ");
  const kept = await lastSequence();
  await reads(odette, "De Léa. ");
  await write(odette, 8, "D'Odette. ");
  await reads(lea, "De Léa. D'Odette. ");
  await write(lea, 18, "Encore Léa.");
  await lose(kept);
  expect(await text.stored()).toBe("De Léa. ");
  // Only Léa comes back: of what is Odette's she could have made up anything.
  await back(lea);
  await write(lea, 0, "Et ");
  expect(await text.stored()).toBe("Et De Léa. D'Odette. Encore Léa.");
  const rows = await text.rows();
  expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set(text.writers.map(({ personId }) => personId)));
  await back(odette);
  await write(odette, 0, "Oui. ");
  expect(await text.stored()).toBe("Oui. Et De Léa. D'Odette. Encore Léa.");
});

test("an older backup too: what was there before a page was opened comes back in parts, each its author's", async () => {
  const [lea, odette] = [await one(), await two()];
  for (const turn of [0, 1, 2]) {
    await write(lea, words(lea).length, `L${turn}`);
    await reads(odette, words(lea).toString());
    await write(odette, words(odette).length, `O${turn}`);
    await reads(lea, words(odette).toString());
  }
  for (const client of clients.splice(0)) client.stop();
  const late = await open(text.live.organiser);
  expect(words(late).toString()).toBe("L0O0L1O1L2O2");
  await lose(0);
  await back(late, "read-only");
  await expect.poll(() => text.stored()).toBe("L0O0L1O1L2O2");
  const rows = await text.rows();
  expect(rows.map(({ personId }) => personId)).not.toContain(text.live.organiser.personId);
  await write(await two(), 0, "x");
});

test("what a page keeps of what it was told stays within bounds, on a page that only reads too, and gives everything back", async () => {
  const lea = await one();
  const told = new ToldTexts(2_000);
  const reader = await open(text.live.organiser, told);
  await write(lea, 0, "Les mots qui restent.");
  // Much is told of a text that stays short.
  for (let turn = 0; turn < 30; turn += 1) {
    await write(lea, 0, "x".repeat(200));
    words(lea).delete(0, 200);
    expect(await lea.flush()).toBe(true);
  }
  const written = "Les mots qui restent.";
  await reads(reader, written);
  await expect.poll(() => told.bytes).toBeLessThan(4_000);
  lea.stop();
  clients.splice(clients.indexOf(lea), 1);
  await lose(0);
  await back(reader, "read-only");
  await expect.poll(() => text.stored()).toBe(written);
});

test("who comes back to a text that is closed by now is not cut, and nothing is given back", async () => {
  const [lea, odette] = [await one(), await two()];
  await write(odette, 0, "D'Odette.");
  await reads(lea, "D'Odette.");
  await lose(0);
  value(await closeSession(world.online(text.live.organiser), null, { sessionId: text.live.sessionId }));
  await back(lea, "read-only");
  expect([await text.stored(), lea.view().reason]).toEqual(["", "document-locked"]);
});

test("whatever was lost, whoever comes back first: everything that a page saw acknowledged is there again", {
  timeout: 120_000,
}, async () => {
  const deeds = fc.array(fc.tuple(fc.nat(2), fc.nat(100), fc.boolean()), { minLength: 3, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(
      deeds,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      async (all, share, order) => {
        text = await sharedText(world);
        const pages = [await one(), await two(), await two()];
        for (const [who, place, deletes] of all) {
          const page = pages[who] as DocumentClient;
          const { length } = words(page);
          if (deletes && length > 2) words(page).delete(place % (length - 1), 1);
          else words(page).insert(place % (length + 1), `m${place} `);
          expect(await page.flush()).toBe(true);
          for (const other of pages) await reads(other, words(page).toString());
        }
        const before = words(pages[0] as DocumentClient).toString();
        const rows = await text.rows();
        await lose(rows[Math.floor(share * rows.length) - 1]?.sequence ?? 0);
        for (const at of order) await back(pages[at] as DocumentClient);
        await expect.poll(() => text.stored()).toBe(before);
        for (const page of pages) await reads(page, before);
        for (const client of clients.splice(0)) client.stop();
      },
    ),
    { seed: 8, numRuns: 6 },
  );
});

test("kept words that build on what the server has lost are sent by the same page once another has given that back", async () => {
  const odette = await two();
  await write(odette, 0, "D'Odette. ");
  const writer = at(text.writers, 0);
  const drawer = new Drawer(madeUpTab(), { owner: writer.personId, place: text.documentId });
  const browser = await world.signIn(writer.personId);
  const options = {
    documentId: text.documentId,
    serverUrl: world.wsUrl,
    drawer,
    WebSocketPolyfill: webSocketClass(browser),
  };
  const lea = new DocumentClient(options);
  await until(lea.subscribe, () => lea.view().status === "saved");
  await reads(lea, "D'Odette. ");
  await away(lea);
  words(lea).insert(10, "De Léa.");
  lea.stop();
  expect(drawer.names()).toHaveLength(1);
  await lose(0);

  const pauses = heldPauses();
  const stop = sendKept(options, pauses);
  await expect.poll(() => pauses.waiting).toEqual([4_000]);
  await back(odette);
  await expect.poll(() => text.stored()).toBe("D'Odette. ");
  pauses.end();
  await expect.poll(() => text.stored()).toBe("D'Odette. De Léa.");
  await expect.poll(() => drawer.names()).toEqual([]);
  expect(pauses.waiting).toEqual([]);
  stop();
});

/** Everything that a connection by hand is told of the text, with its proofs. */
async function overhear(): Promise<Told[]> {
  const { writers, documentId } = text;
  const socket = webSocket(world, `/documents/${documentId}?client=4242`, await world.signIn(at(writers, 0).personId));
  const told: Told[] = [];
  let last: Uint8Array | null = null;
  const heard = new Promise<void>((settle) => {
    socket.on("message", (data: Buffer) => {
      const frame = readFrame(new Uint8Array(data));
      if (frame?.kind === "catch-up") last = frame.update;
      const decoder = createDecoder(new Uint8Array(data));
      if (last === null || readVarUint(decoder) !== documentMessage.witness) return;
      told.push({ update: last, proof: readVarUint8Array(decoder) });
      settle();
    });
  });
  socket.once("open", () => socket.send(haveFrame(encodeStateVector(new Doc()))));
  await heard;
  socket.close();
  return told;
}

test("a proof that does not belong to this text, to these bytes or to these people gives nothing back, and cuts nobody", async () => {
  const odette = await two();
  await write(odette, 0, "D'Odette.");
  const [told] = await overhear();
  if (!told) throw new Error("nothing was told");
  const foreign = new Witnesses(newId<"document">(world.random), world.app.secrets);
  const [own, numbers] = [new Witnesses(text.documentId, world.app.secrets), new ClientNumbers()];
  numbers.claim(odette.view().doc?.clientID ?? 0, at(text.writers, 0).personId);
  const otherwise = (bytes: Uint8Array, by: (byte: number) => number): Uint8Array =>
    bytes.map((byte, place) => (place === bytes.length - 3 ? by(byte) : byte));
  const forged: readonly Told[] = [
    { ...told, proof: new Uint8Array(64) },
    { ...told, proof: new Uint8Array(0) },
    { ...told, proof: otherwise(told.proof, (byte) => byte ^ 1) },
    { ...told, proof: told.proof.map((byte, place) => (place === 14 ? byte ^ 1 : byte)) },
    { ...told, update: otherwise(told.update, (byte) => byte ^ 1) },
    { ...told, proof: foreign.of(scanned(told.update), numbers) ?? new Uint8Array() },
  ];
  for (const each of forged) expect(own.verified(scanned(each.update), each.proof)).toBeNull();
  expect(own.verified(scanned(told.update), told.proof)?.owners.size).toBe(1);
  const { personId } = at(text.writers, 1);
  expect(Buffer.from(told.proof).includes(personId), "who they are is not told").toBe(false);
  await lose(0);
  const room = await new Rooms(world.app).enter({
    documentId: text.documentId,
    kind: "notes",
    assemblyId: text.live.assemblyId,
  });
  const from = { personId: at(text.writers, 0).personId, mayTellLarge: () => false };
  await room.heal(forged, from);
  await room.settled();
  expect(await text.stored()).toBe("");
  await room.heal([told, told], from);
  await room.settled();
  expect(await text.stored()).toBe("D'Odette.");
  expect((await text.rows()).map(({ personId }) => personId)).toEqual([at(text.writers, 1).personId]);
});

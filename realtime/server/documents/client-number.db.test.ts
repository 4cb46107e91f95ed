import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeStateAsUpdate } from "yjs";
import { at } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { documentClosed } from "../../protocol/close-codes";
import { type LiveWorld, liveWorld, until, webSocket, webSocketClass } from "../../testing/live-world";
import { type SharedText, sharedText, typed, wordsIn } from "../../testing/shared-text";
import { catchUpFrame } from "./document-frames";

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld("numbers");
});
afterAll(() => world.dispose());

async function open({ documentId, writers }: SharedText, who: number): Promise<DocumentClient> {
  const client = new DocumentClient({
    documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(at(writers, who).personId)),
  });
  await until(client.subscribe, () => client.view().status === "saved");
  return client;
}

function docOf(client: DocumentClient) {
  const { doc } = client.view();
  if (!doc) throw new Error("no document");
  return doc;
}

/** A connection by hand under a number of one's choice; answers how it ends. */
async function connectAs({ documentId, writers }: SharedText, who: number, number: number) {
  const browser = await world.signIn(at(writers, who).personId);
  const socket = webSocket(world, `/documents/${documentId}?client=${number}`, browser);
  const closed = new Promise<number>((ended) => socket.once("close", ended));
  const first = new Promise<void>((heard) => socket.once("message", () => heard()));
  return { socket, closed, first };
}

describe("the number of a page (D14)", () => {
  test("a co-author who takes another's number is cut; the victim, who had written nothing yet, goes on writing", async () => {
    const text = await sharedText(world);
    const victim = await open(text, 0);
    const { closed, socket } = await connectAs(text, 1, docOf(victim).clientID);
    socket.once("open", () => socket.send(catchUpFrame(typed(docOf(victim).clientID, "usurpé"))));
    expect(await closed).toBe(documentClosed.numberTaken);
    wordsIn(docOf(victim)).insert(0, "De la victime");
    expect(await victim.flush()).toBe(true);
    expect(await text.stored()).toBe("De la victime");
    victim.stop();
  });

  test("nor can it be taken while the victim's network is away, the document closed", async () => {
    const text = await sharedText(world);
    const victim = await open(text, 0);
    const number = docOf(victim).clientID;
    victim.view().provider?.disconnect();
    const { closed } = await connectAs(text, 1, number);
    expect(await closed).toBe(documentClosed.numberTaken);
    wordsIn(docOf(victim)).insert(0, "Pendant la coupure");
    victim.view().provider?.connect();
    await until(victim.subscribe, () => victim.view().status === "saved");
    expect(await text.stored()).toBe("Pendant la coupure");
    victim.stop();
  });

  test("the same person comes back with their number while the old connection is not known to be dead", async () => {
    const text = await sharedText(world);
    const page = await open(text, 0);
    const { first, socket } = await connectAs(text, 0, docOf(page).clientID);
    await first;
    wordsIn(docOf(page)).insert(0, "Toujours moi");
    expect(await page.flush()).toBe(true);
    expect(encodeStateAsUpdate(docOf(page)).length).toBeGreaterThan(10);
    socket.close();
    page.stop();
  });

  test("after a restart of the server a page whose number was taken draws another, and loses nothing", async () => {
    const text = await sharedText(world);
    const page = await open(text, 0);
    const number = docOf(page).clientID;
    page.view().provider?.disconnect();
    await world.restart();
    const { first, socket } = await connectAs(text, 1, number);
    await first;
    page.view().provider?.connect();
    await until(page.subscribe, () => page.view().status === "saved" && docOf(page).clientID !== number);
    wordsIn(docOf(page)).insert(0, "Sous un autre numéro");
    expect(await page.flush()).toBe(true);
    expect(await text.stored()).toBe("Sous un autre numéro");
    socket.close();
    page.stop();
  });
});

import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { Doc, encodeStateAsUpdate, encodeStateAsUpdateV2, encodeStateVector, mergeUpdates, XmlElement } from "yjs";
import { at } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { documentClosed } from "../../protocol/close-codes";
import { documentLimits, workLimits } from "../../protocol/document-messages";
import { comb, conflicts } from "../../testing/dear-updates";
import { type LiveWorld, liveWorld, until, webSocketClass } from "../../testing/live-world";
import { rawConnection, type SharedText, sharedText, typed, wordsIn } from "../../testing/shared-text";
import { type WrittenContent, writeUpdate } from "../../testing/written-update";
import { updateFrame } from "./document-frames";
import { scanUpdate } from "./scan-update";

let world: LiveWorld;

beforeAll(async () => {
  world = await liveWorld("hostile");
});
afterAll(() => world.dispose());

function words(client: DocumentClient) {
  const { doc } = client.view();
  if (!doc) throw new Error("no document");
  return wordsIn(doc);
}

const closing = (socket: WebSocket) => new Promise<number>((closed) => socket.once("close", closed));

/** Somebody of the same group, with the text open and nothing unsaved. */
async function otherWriter({ documentId, writers }: SharedText): Promise<DocumentClient> {
  const browser = await world.signIn(at(writers, 1).personId);
  const client = new DocumentClient({
    documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(browser),
  });
  await until(client.subscribe, () => client.view().status === "saved");
  return client;
}

describe("a hostile update (D3)", () => {
  const client = 4242;
  const attacks: readonly [string, () => Uint8Array, number][] = [
    [
      "a count of structs beyond its bytes",
      () => new Uint8Array([1, 255, 255, 255, 15, 1, 0]),
      documentClosed.malformed,
    ],
    ["the v2 encoding", () => v2("bonjour"), documentClosed.malformed],
    ["one that ends in the middle", () => typed(client, "bonjour").slice(0, -3), documentClosed.malformed],
    ["bytes after its end", () => new Uint8Array([...typed(client, "bonjour"), 7]), documentClosed.malformed],
    ["text under another client's number", () => typed(99, "usurpé"), documentClosed.malformed],
    ["text that builds on what nobody has", () => later(), documentClosed.malformed],
    ["noise", () => new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2, 1]), documentClosed.malformed],
    ["56 kB that cost the square to integrate", () => conflicts({ client, items: 9_000 }), documentClosed.tooLarge],
    ["what the worker finds too dear", () => comb({ client, items: 20_000 }), documentClosed.tooLarge],
    ["a loose text at the top", () => loose({ kind: "type", type: "xml-text" }), documentClosed.malformed],
    ["a hook at the top", () => loose({ kind: "type", type: "hook", name: "x" }), documentClosed.malformed],
    ["more than a frame may hold", () => new Uint8Array(documentLimits.frameBytes + 1), documentClosed.tooLarge],
  ];
  test.each(attacks)("%s closes its connection; the text and the others never see it", async (_, attack, code) => {
    const text = await sharedText(world);
    const other = await otherWriter(text);
    words(other).insert(0, "Tranquille");
    expect(await other.flush()).toBe(true);
    const socket = await rawConnection(world, text, client);
    const closed = closing(socket);
    socket.send(updateFrame(attack()));
    expect(await closed).toBe(code);
    words(other).insert(0, "Toujours ");
    expect(await other.flush()).toBe(true);
    other.stop();
    expect(await text.stored()).toBe("Toujours Tranquille");
  });

  test("a frame that is no message closes its connection", async () => {
    const socket = await rawConnection(world, await sharedText(world), client);
    const closed = closing(socket);
    socket.send(new Uint8Array([77, 1, 2]));
    expect(await closed).toBe(documentClosed.malformed);
  });

  test("a frame larger than any message is cut off by the protocol itself", async () => {
    const socket = await rawConnection(world, await sharedText(world), client);
    socket.on("error", () => {});
    const closed = closing(socket);
    socket.send(new Uint8Array(documentLimits.frameBytes + 1000));
    expect(await closed).toBe(1009);
  });

  const loose = (content: WrittenContent): Uint8Array => writeUpdate({ client, items: [{ parent: "notes", content }] });

  function v2(text: string): Uint8Array {
    const doc = new Doc();
    doc.clientID = client;
    wordsIn(doc).insert(0, text);
    return encodeStateAsUpdateV2(doc);
  }

  /** The second of two updates, without the first. */
  function later(): Uint8Array {
    const doc = new Doc();
    doc.clientID = client;
    wordsIn(doc).insert(0, "un ");
    const known = encodeStateVector(doc);
    wordsIn(doc).insert(3, "deux");
    return encodeStateAsUpdate(doc, known);
  }
});

test("what is stored is our own encoding of the change, not the sender's bytes (D2)", async () => {
  const text = await sharedText(world);
  const socket = await rawConnection(world, text, 4242);
  const update = typed(4242, "bonjour");
  const repeated = mergeUpdates([update, update]);
  const encoder = createEncoder();
  writeVarUint(encoder, 0);
  writeVarUint(encoder, 2);
  writeVarUint8Array(encoder, repeated);
  socket.send(toUint8Array(encoder));
  socket.send(updateFrame(update));
  socket.send(new Uint8Array([101, 5]));
  await new Promise<void>((answered) => {
    socket.on("message", (data: Buffer) => {
      if (data[0] === 101 && data[1] === 5) answered();
    });
  });
  expect(await text.rows()).toHaveLength(1);
  socket.close();
});

test("an honest text of hours is tried in a worker, saved and shown, with what was typed behind it (D13)", async () => {
  const text = await sharedText(world);
  const [one, other] = [await otherWriter(text), await otherWriter(text)];
  const { doc } = one.view();
  if (!doc) throw new Error("no document");
  const sizes: number[] = [];
  doc.on("update", (update: Uint8Array) => sizes.push(scanUpdate(update)?.structs ?? 0));
  doc.transact(() => {
    for (let at = 0; at < 400; at++) doc.getXmlFragment("notes").push([new XmlElement("paragraph")]);
  });
  expect(sizes[0]).toBeGreaterThan(workLimits.smallStructs);
  words(one).insert(0, "Derrière");
  expect(await one.flush()).toBe(true);
  expect(await text.stored()).toBe("Derrière");
  await until(
    (listener) => {
      other.view().doc?.on("update", listener);
      return () => other.view().doc?.off("update", listener);
    },
    () => other.view().doc?.getXmlFragment("notes").length === 401,
  );
  one.stop();
  other.stop();
});

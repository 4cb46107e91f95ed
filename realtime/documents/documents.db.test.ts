import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateAsUpdateV2, encodeStateVector, mergeUpdates } from "yjs";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { DocumentClient } from "~/app/hooks/document/document-client";
import { listDocumentUpdates } from "~/db/repositories/document-update";
import { closeSession } from "~/server/commands/live/close-session";
import { liveSession } from "~/server/queries/live/live-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, value } from "~/server/testing/build-live";
import { documentClosed } from "../protocol/close-codes";
import { documentLimits } from "../protocol/document-messages";
import { type LiveWorld, liveWorld, until, webSocket, webSocketClass } from "../testing/live-world";
import { catchUpFrame, haveFrame, readFrame, updateFrame } from "./document-frames";

let world: LiveWorld;
let live: BuiltLive;
let documentId: DocumentId;
let writers: readonly Somebody[];
let outsider: Somebody;
const clients: DocumentClient[] = [];

beforeAll(async () => {
  world = await liveWorld("documents");
});
/** Each test has an assembly of its own, in two groups of two. */
async function begin(): Promise<void> {
  live = await buildLive(world, { members: 4, facilitators: 2 });
  const { groups } = await live.split();
  const { groupId, members } = at(groups, 0);
  writers = members;
  outsider = at(at(groups, 1).members, 0);
  const state = value(await liveSession(live.organiser, live.sessionId));
  const group = state.groups[groupId];
  if (!group) throw new Error("no group");
  documentId = group.documentId;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});
afterAll(() => world.dispose());

async function open(somebody: Pick<Somebody, "personId">): Promise<DocumentClient> {
  const client = new DocumentClient({
    documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(somebody.personId)),
    user: { name: "Faux nom", color: "#123456" },
  });
  clients.push(client);
  return client;
}

const reaches = (client: DocumentClient, status: string) =>
  until(client.subscribe, () => client.view().status === status);

function notes(client: DocumentClient) {
  const { doc } = client.view();
  if (!doc) throw new Error("no document");
  return doc.getText("notes");
}

/** Waits on the document itself: changes from others are no change of status. */
const reads = (client: DocumentClient, text: string) =>
  until(
    (listener) => {
      client.view().doc?.on("update", listener);
      return () => client.view().doc?.off("update", listener);
    },
    () => notes(client).toString() === text,
  );

async function storedText(): Promise<string> {
  const rows = await listDocumentUpdates(world.app.stores.documents, documentId);
  const doc = new Doc();
  for (const { update } of rows) applyUpdate(doc, update);
  return doc.getText("notes").toString();
}

/** A connection by hand, past its greeting: it has said what it has, and caught up. */
async function rawConnection(somebody: Somebody, client: number): Promise<WebSocket> {
  const socket = webSocket(world, `/documents/${documentId}?client=${client}`, await world.signIn(somebody.personId));
  const asked = new Promise<void>((heard) => {
    socket.on("message", (data: Buffer) => {
      if (readFrame(new Uint8Array(data))?.kind === "have") heard();
    });
  });
  await new Promise((opened) => socket.once("open", opened));
  socket.send(haveFrame(encodeStateVector(new Doc())));
  await asked;
  socket.send(catchUpFrame(encodeStateAsUpdate(new Doc())));
  return socket;
}

const closing = (socket: WebSocket) => new Promise<number>((closed) => socket.once("close", closed));

function typed(client: number, text: string): Uint8Array {
  const doc = new Doc();
  doc.clientID = client;
  doc.getText("notes").insert(0, text);
  return encodeStateAsUpdate(doc);
}

describe("a shared text", () => {
  test("is stored before others see it, under the person who typed, and saved is shown then (D1, D4)", async () => {
    await begin();
    const [one, two] = [await open(at(writers, 0)), await open(at(writers, 1))];
    await reaches(one, "saved");
    await reaches(two, "saved");
    const seen = until(
      (listener) => {
        two.view().doc?.on("update", listener);
        return () => two.view().doc?.off("update", listener);
      },
      () => notes(two).length > 0 && storedText(),
    );
    notes(one).insert(0, "Les garants");
    expect(one.view().status).toBe("saving");
    expect(await seen).toBe("Les garants");
    await reaches(one, "saved");
    const rows = await listDocumentUpdates(world.app.stores.documents, documentId);
    expect(rows.map(({ personId }) => personId)).toEqual([at(writers, 0).personId]);
  });

  test("deletions are saved too: the mark waits for the commit, not for a state vector (D4)", async () => {
    await begin();
    const page = await open(at(writers, 0));
    await reaches(page, "saved");
    notes(page).insert(0, "de trop");
    expect(await page.flush()).toBe(true);
    notes(page).delete(0, 3);
    expect(await page.flush()).toBe(true);
    expect(await storedText()).toBe("trop");
  });

  test("what was typed while the server was away is kept, sent and saved when it is back (D9)", async () => {
    await begin();
    const page = await open(at(writers, 0));
    await reaches(page, "saved");
    notes(page).insert(0, "avant ");
    expect(await page.flush()).toBe(true);
    const restarted = world.restart();
    await reaches(page, "offline");
    notes(page).insert(6, "pendant ");
    notes(page).delete(0, 6);
    await restarted;
    await reaches(page, "saved");
    expect(await storedText()).toBe("pendant ");
    const fresh = await open(at(writers, 1));
    await reaches(fresh, "saved");
    expect(notes(fresh).toString()).toBe("pendant ");
  });

  test("two who type at once end with one text, and it is the stored one", async () => {
    await begin();
    const [one, two] = [await open(at(writers, 0)), await open(at(writers, 1))];
    await reaches(one, "saved");
    await reaches(two, "saved");
    for (let turn = 0; turn < 20; turn++) {
      notes(one).insert(notes(one).length, `a${turn} `);
      notes(two).insert(0, `b${turn} `);
    }
    expect([await one.flush(), await two.flush()]).toEqual([true, true]);
    const text = await storedText();
    expect(text).toHaveLength(20 * 2 * 3 + 10 * 2);
    await reads(one, text);
    await reads(two, text);
  });
});

describe("rights of a shared text", () => {
  test("an organiser reads every change and writes nothing (D6)", async () => {
    await begin();
    const [writer, reader] = [await open(at(writers, 0)), await open(live.organiser)];
    await reaches(writer, "saved");
    await reaches(reader, "read-only");
    notes(writer).insert(0, "Bonjour");
    await reads(reader, "Bonjour");
    notes(reader).insert(0, "Moi aussi ");
    notes(writer).insert(7, " !");
    expect(await writer.flush()).toBe(true);
    expect(await storedText()).toBe("Bonjour !");
    expect(reader.view().reason).toBe("role-not-permitted");
  });

  test("a member of another group and a stranger are closed for good, each with its code", async () => {
    await begin();
    const other = await open(outsider);
    await reaches(other, "refused");
    expect(other.view().reason).toBe("not-your-group");
    const stranger = await open({ personId: await world.person("Une inconnue") });
    await reaches(stranger, "refused");
    expect(stranger.view().reason).toBe("assembly-unknown");
  });

  test("when the session closes, its notes can only be read", async () => {
    await begin();
    const page = await open(at(writers, 0));
    await reaches(page, "saved");
    value(await closeSession(world.online(live.organiser), null, { sessionId: live.sessionId }));
    await reaches(page, "read-only");
    expect(page.view().reason).toBe("document-locked");
  });

  test("a lock freezes what was received; later text is dropped, and leaves the screen (D7)", async () => {
    await begin();
    const name = { documentId, kind: "notes", assemblyId: live.assemblyId } as const;
    const page = await open(at(writers, 0));
    await reaches(page, "saved");
    notes(page).insert(0, "La version finale");
    expect(await page.flush()).toBe(true);
    const { documents } = world.realtime;
    const before = page.view().doc;
    const locking = documents.lock(name);
    notes(page).insert(0, "Trop tard. ");
    const locked = await locking;
    await reaches(page, "read-only");
    await until(page.subscribe, () => page.view().doc !== before && page.view().loaded);
    const frozen = new Doc();
    applyUpdate(frozen, locked.state);
    expect(frozen.getText("notes").toString()).toBe("La version finale");
    expect(notes(page).toString()).toBe("La version finale");
    expect(await storedText()).toBe("La version finale");
    expect(await documents.lock(name)).toEqual(locked);
    await documents.unlock(documentId);
    await reaches(page, "saved");
    notes(page).insert(0, "Presque : ");
    expect(await page.flush()).toBe(true);
    expect(await storedText()).toBe("Presque : La version finale");
  });

  test("a caret is relayed under the person's real name, for their own client only (D8)", async () => {
    await begin();
    const [one, two] = [await open(at(writers, 0)), await open(at(writers, 1))];
    await reaches(one, "saved");
    await reaches(two, "saved");
    const { awareness, doc } = one.view();
    const theirs = two.view().awareness;
    if (!awareness || !doc || !theirs) throw new Error("no awareness");
    const state = await until(
      (listener) => {
        theirs.on("change", listener);
        return () => theirs.off("change", listener);
      },
      () => theirs.getStates().get(doc.clientID),
    );
    expect(state.user).toEqual({ name: at(writers, 0).name, color: "#123456" });
  });
});

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
    ["more than a frame may hold", () => new Uint8Array(documentLimits.frameBytes + 1), documentClosed.tooLarge],
  ];
  test.each(attacks)("%s closes its connection; the text and the others never see it", async (_, attack, code) => {
    await begin();
    const other = await open(at(writers, 1));
    await reaches(other, "saved");
    notes(other).insert(0, "Tranquille");
    expect(await other.flush()).toBe(true);
    const socket = await rawConnection(at(writers, 0), client);
    const closed = closing(socket);
    socket.send(updateFrame(attack()));
    expect(await closed).toBe(code);
    notes(other).insert(0, "Toujours ");
    expect(await other.flush()).toBe(true);
    expect(await storedText()).toBe("Toujours Tranquille");
  });

  test("a frame that is no message closes its connection", async () => {
    await begin();
    const socket = await rawConnection(at(writers, 0), client);
    const closed = closing(socket);
    socket.send(new Uint8Array([77, 1, 2]));
    expect(await closed).toBe(documentClosed.malformed);
  });

  test("a frame larger than any message is cut off by the protocol itself", async () => {
    await begin();
    const socket = await rawConnection(at(writers, 0), client);
    socket.on("error", () => {});
    const closed = closing(socket);
    socket.send(new Uint8Array(documentLimits.frameBytes + 1000));
    expect(await closed).toBe(1009);
  });

  function v2(text: string): Uint8Array {
    const doc = new Doc();
    doc.clientID = client;
    doc.getText("notes").insert(0, text);
    return encodeStateAsUpdateV2(doc);
  }

  /** The second of two updates, without the first. */
  function later(): Uint8Array {
    const doc = new Doc();
    doc.clientID = client;
    doc.getText("notes").insert(0, "un ");
    const known = encodeStateVector(doc);
    doc.getText("notes").insert(3, "deux");
    return encodeStateAsUpdate(doc, known);
  }
});

test("what is stored is our own encoding of the change, not the sender's bytes (D2)", async () => {
  await begin();
  const socket = await rawConnection(at(writers, 0), 4242);
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
  const rows = await listDocumentUpdates(world.app.stores.documents, documentId);
  expect(rows).toHaveLength(1);
  socket.close();
});

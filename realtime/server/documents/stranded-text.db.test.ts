import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeSession } from "~/server/commands/live/close-session";
import { moveMember } from "~/server/commands/live/move-member";
import { at, value } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { Drawer } from "../../browser/unsent/drawer";
import type { TabStorage } from "../../browser/unsent/page-memory";
import { type LiveWorld, liveWorld, until, webSocketClass } from "../../testing/live-world";
import { madeUpTab } from "../../testing/made-up-tab";
import { type SharedText, sharedText, wordsIn } from "../../testing/shared-text";

/** What somebody typed and lost the right to save stays in their tab, however the right was lost. */

let world: LiveWorld;
let text: SharedText;
let tab: TabStorage;
const clients: DocumentClient[] = [];

beforeAll(async () => {
  world = await liveWorld("stranded");
});
beforeEach(async () => {
  text = await sharedText(world);
  tab = madeUpTab();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});
afterAll(() => world.dispose());

/** The page of the first writer. */
async function open(): Promise<DocumentClient> {
  const { personId } = at(text.writers, 0);
  const client = new DocumentClient({
    documentId: text.documentId,
    drawer: new Drawer(tab, { owner: personId, place: text.documentId }),
    title: "Notes du groupe 1",
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(personId)),
  });
  clients.push(client);
  return client;
}

async function opened(): Promise<DocumentClient> {
  const page = await open();
  await reaches(page, "saved");
  return page;
}

const reaches = (client: DocumentClient, status: string) =>
  until(client.subscribe, () => client.view().status === status);

function words(client: DocumentClient) {
  const { doc } = client.view();
  if (!doc) throw new Error("no document");
  return wordsIn(doc);
}

/** Everything that the tab holds. */
const inTab = (): string =>
  Array.from({ length: tab.length }, (_, key) => tab.getItem(tab.key(key) ?? "") ?? "").join("\n");

/** Types while the network is away, and loses the right to write meanwhile. */
async function typedAway(page: DocumentClient, loseRight: () => Promise<unknown>): Promise<void> {
  words(page).insert(0, "Avant. ");
  expect(await page.flush()).toBe(true);
  page.view().provider?.disconnect();
  await reaches(page, "offline");
  words(page).insert(7, "Écrit sans réseau.");
  await loseRight();
}

const closes = async () =>
  value(await closeSession(world.online(text.live.organiser), null, { sessionId: text.live.sessionId }));

const moves = async () => {
  const { live, writers, groupId, otherGroupId } = text;
  const { participationId } = at(writers, 0);
  const order = { sessionId: live.sessionId, participationId, fromGroupId: groupId, toGroupId: otherGroupId };
  value(await moveMember(world.online(live.organiser), null, order));
};

test("of somebody whose session closed while their network was away: apart from the text, which shows what is stored", async () => {
  const page = await opened();
  await typedAway(page, closes);
  page.view().provider?.connect();
  await reaches(page, "read-only");
  await until(page.subscribe, () => page.view().loaded && words(page).toString() === "Avant. ");
  expect(inTab()).toContain("Avant. Écrit sans réseau.");
  expect(inTab()).toContain("Notes du groupe 1");
  expect(inTab()).toContain("document-locked");
});

test("of somebody who was moved to another group meanwhile, and may not even read any more", async () => {
  const page = await opened();
  await typedAway(page, moves);
  page.view().provider?.connect();
  await reaches(page, "refused");
  expect(inTab()).toContain("Écrit sans réseau.");
  expect(inTab()).toContain("not-your-group");
  await vi.waitFor(() => expect(page.view().loaded).toBe(false));
});

test("whoever is moved while the notes of the group are open is told at once that they may not be there any more", async () => {
  const page = await opened();
  await moves();
  await reaches(page, "refused");
  expect(page.view().writable).toBe(false);
});

test("after a reload too: the next page finds out, and the words stay", async () => {
  const page = await opened();
  await typedAway(page, moves);
  page.stop();
  const next = await open();
  await reaches(next, "refused");
  await vi.waitFor(() => expect(inTab()).toContain("not-your-group"));
  expect(inTab()).toContain("Écrit sans réseau.");
  expect(tab.length).toBe(1);
});

test("where it was locked while the last letters were on their way", async () => {
  const page = await opened();
  words(page).insert(0, "La version finale");
  expect(await page.flush()).toBe(true);
  const locking = world.realtime.documents.lock({
    documentId: text.documentId,
    kind: "notes",
    assemblyId: text.live.assemblyId,
  });
  words(page).insert(17, ", trop tard");
  await locking;
  await reaches(page, "read-only");
  expect(inTab()).toContain("La version finale, trop tard");
});

test("where it is too long to be taken: the page goes on with the text as it is", async () => {
  const page = await opened();
  words(page).insert(0, "x".repeat(1_100_000));
  await until(page.subscribe, () => page.view().status === "saved" && words(page).length === 0);
  expect(inTab()).toContain("x".repeat(1_100_000));
  words(page).insert(0, "Plus court");
  expect(await page.flush()).toBe(true);
  expect(await text.stored()).toBe("Plus court");
});

test("under a number that is another's by now: the page draws another, and the words lie apart", async () => {
  const page = await opened();
  const number = page.view().doc?.clientID;
  page.view().provider?.disconnect();
  await reaches(page, "offline");
  words(page).insert(0, "Écrit sans réseau.");
  await world.restart();
  const thief = webSocketClass(await world.signIn(at(text.writers, 1).personId));
  const socket = new thief(`${world.wsUrl}/documents/${text.documentId}?client=${number}`);
  await new Promise((heard) => socket.addEventListener("message", heard, { once: true }));
  page.view().provider?.connect();
  await reaches(page, "saved");
  expect(inTab()).toContain("Écrit sans réseau.");
  socket.close();
});

test("and what only deletes or only marks is nobody's words: nothing is kept of it", async () => {
  const page = await opened();
  words(page).insert(0, "Avant");
  expect(await page.flush()).toBe(true);
  page.view().provider?.disconnect();
  await reaches(page, "offline");
  words(page).delete(0, 3);
  await closes();
  page.view().provider?.connect();
  await reaches(page, "read-only");
  await until(page.subscribe, () => page.view().loaded && words(page).toString() === "Avant");
  expect(tab.length).toBe(0);
});

import { toBase64 } from "lib0/buffer";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { closeSession } from "~/server/commands/live/close-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, value } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { Drawer } from "../../browser/unsent/drawer";
import type { TabStorage } from "../../browser/unsent/page-memory";
import { sendKept } from "../../browser/unsent/send-kept";
import { type LiveWorld, liveWorld, until, webSocketClass } from "../../testing/live-world";
import { madeUpTab } from "../../testing/made-up-tab";
import { type SharedText, sharedText, wordsIn } from "../../testing/shared-text";

let world: LiveWorld;
let text: SharedText;
let live: BuiltLive;
let documentId: DocumentId;
let writers: readonly Somebody[];
let outsider: Somebody;
const clients: DocumentClient[] = [];

beforeAll(async () => {
  world = await liveWorld("documents");
});
/** Each test has an assembly of its own. */
async function begin(): Promise<void> {
  text = await sharedText(world);
  ({ live, documentId, writers, outsider } = text);
}
afterEach(() => {
  for (const client of clients.splice(0)) client.stop();
});
afterAll(() => world.dispose());

async function open(
  somebody: Pick<Somebody, "personId">,
  { tab, owner = somebody.personId }: { readonly tab?: TabStorage; readonly owner?: string } = {},
): Promise<DocumentClient> {
  const client = new DocumentClient({
    documentId,
    drawer: tab && new Drawer(tab, { owner, place: documentId }),
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
  return wordsIn(doc);
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

const storedText = (): Promise<string> => text.stored();

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
    const rows = await text.rows();
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

  test("what was typed while the server was away outlives the page, and comes with the next one, once (D11)", async () => {
    await begin();
    const tab = madeUpTab();
    const before = await open(at(writers, 0), { tab });
    await reaches(before, "saved");
    notes(before).insert(0, "avant ");
    expect(await before.flush()).toBe(true);
    expect(tab.length).toBe(0);
    const restarted = world.restart();
    await reaches(before, "offline");
    notes(before).insert(6, "pendant");
    before.stop();
    await restarted;
    const after = await open(at(writers, 0), { tab });
    await reads(after, "avant pendant");
    await until(after.subscribe, () => after.view().status === "saved");
    expect(await storedText()).toBe("avant pendant");
    await vi.waitFor(() => expect(tab.length).toBe(0));
  });

  test("what was kept is not thrown away where the server has lost what it builds on (D11)", async () => {
    await begin();
    const tab = madeUpTab();
    const somebody = at(writers, 0);
    const drawer = new Drawer(tab, { owner: somebody.personId, place: documentId });
    const doc = new Doc();
    doc.clientID = 77;
    wordsIn(doc).insert(0, "avant");
    const stored = encodeStateVector(doc);
    wordsIn(doc).insert(5, " pendant");
    const update = toBase64(encodeStateAsUpdate(doc, stored));
    drawer.put("77", JSON.stringify({ update, title: "Notes", lines: ["avant pendant"] }));
    const sockets: WebSocket[] = [];
    const Plain = webSocketClass(await world.signIn(somebody.personId));
    class Watched extends Plain {
      constructor(url: string | URL) {
        super(url);
        sockets.push(this);
      }
    }
    const stop = sendKept({ documentId, serverUrl: world.wsUrl, drawer, WebSocketPolyfill: Watched });
    // The courier gives up by itself.
    await new Promise((closed) => sockets[0]?.addEventListener("close", closed));
    expect([tab.length, await storedText()]).toEqual([1, ""]);
    stop();
  });

  test("what one person left in a tab is not sent as somebody else's (D11)", async () => {
    await begin();
    const tab = madeUpTab();
    const before = await open(at(writers, 0), { tab });
    await reaches(before, "saved");
    const restarted = world.restart();
    await reaches(before, "offline");
    notes(before).insert(0, "de Léa");
    before.stop();
    await restarted;
    const other = await open(at(writers, 1), { tab });
    await reaches(other, "saved");
    notes(other).insert(0, "d'Odette");
    expect(await other.flush()).toBe(true);
    expect(await storedText()).toBe("d'Odette");
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
    const ended = await storedText();
    expect(ended).toHaveLength(20 * 2 * 3 + 10 * 2);
    await reads(one, ended);
    await reads(two, ended);
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
    expect(wordsIn(frozen).toString()).toBe("La version finale");
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

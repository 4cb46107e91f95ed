import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Drawer } from "~/realtime/browser/unsent/drawer";
import type { TabStorage } from "~/realtime/browser/unsent/page-memory";
import { strandedIn } from "~/realtime/browser/unsent/stranded-texts";
import { type HeldPauses, heldPauses } from "~/realtime/testing/held-pauses";
import { madeUpTab } from "~/realtime/testing/made-up-tab";
import { FieldSaver } from "./field-saver";

const stored = { title: "Des bancs", addressee: "", cost: "" };
const labels = { title: "Titre", addressee: "À qui", cost: "Ce que cela coûte" };

/** What the server says to whoever saves; null: it stores nothing just now. */
let says: object | null;
/** The ids of the commands that reached it. */
let asked: (string | undefined)[];
let made: number;
let pauses: HeldPauses;
let server: Server;
let tab: TabStorage;
const stops: (() => void)[] = [];

beforeEach(async () => {
  tab = madeUpTab();
  [asked, made, pauses] = [[], 0, heldPauses()];
  server = createServer(async (request, answer) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    if (request.method === "POST") asked.push(/A{20}\d\d/.exec(body)?.[0]);
    answer.statusCode = says ? 200 : 503;
    answer.end(JSON.stringify(says));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function opened() {
  const { port } = server.address() as AddressInfo;
  const closed: string[] = [];
  const drawer = new Drawer(tab, { owner: "lea", place: "fields-7" });
  const saver = new FieldSaver({
    url: `http://127.0.0.1:${port}/fields`,
    version: 1,
    texts: stored,
    newCommandId: () => `${"A".repeat(20)}${10 + made++}`,
    pauses,
    onClosed: () => closed.push("closed"),
    kept: { drawer, title: "Recommandation 3", labels },
  });
  stops.push(saver.subscribe(() => undefined));
  return { saver, drawer, closed };
}

test.each([
  ["the phase has closed", { refusal: { code: "phase-not-open" } }, "phase-not-open"],
  ["the text is locked", { version: 2, state: "locked", texts: stored }, "document-locked"],
  ["the role has ended", { refusal: { code: "role-not-permitted" } }, "role-not-permitted"],
])("what was typed when %s lies apart, and the field shows what is stored", async (_, answer, reason) => {
  const { saver, drawer, closed } = opened();
  says = answer;
  saver.type("title", "Des bancs à l'ombre");
  saver.type("cost", "Peu");
  // A lock is heard of when the fields are looked at.
  await (reason === "document-locked" ? saver.refresh() : saver.flush());
  expect(strandedIn(drawer)).toEqual([
    {
      name: "1",
      place: "fields-7",
      isSeen: false,
      title: "Recommandation 3",
      reason,
      lines: [
        { words: "Titre : Des bancs à l'ombre", unsaved: [[8, 27]] },
        { words: "Ce que cela coûte : Peu", unsaved: [[20, 23]] },
      ],
    },
  ]);
  expect(saver.view().typed).toEqual(stored);
  expect(closed).toEqual(["closed"]);
  expect(drawer.names()).toEqual([]);
});

test("what the server could not store is kept for the next page, and nothing is stranded", async () => {
  const { saver, drawer } = opened();
  says = null;
  saver.type("title", "Des bancs à l'ombre");
  expect(await saver.flush()).toBe(false);
  expect(saver.view().status).toBe("offline");
  expect(strandedIn(drawer)).toEqual([]);
  const next = opened();
  expect(next.saver.view().typed.title).toBe("Des bancs à l'ombre");
});

test("a second text that is stranded does not take the place of the first", async () => {
  const { saver, drawer } = opened();
  says = { refusal: { code: "phase-not-open" } };
  for (const title of ["Un", "Deux"]) {
    saver.type("title", title);
    await saver.flush();
  }
  expect(strandedIn(drawer).map(({ lines }) => lines.map(({ words }) => words))).toEqual([
    ["Titre : Un"],
    ["Titre : Deux"],
  ]);
});

/** Waits until the server has been asked so often, and its answer was heard. */
const askedTimes = (times: number, saver: FieldSaver): Promise<void> =>
  new Promise((settle) => {
    const look = setInterval(() => {
      if (asked.length < times) return;
      clearInterval(look);
      void saver.flush().then(() => settle());
    }, 5);
  });

test("what was not answered is asked again as the same command, after pauses that grow; another edit is another command", async () => {
  const { saver } = opened();
  says = null;
  saver.type("title", "Des bancs à l'ombre");
  for (let tries = 0; tries < 3; tries += 1) expect(await saver.flush()).toBe(false);
  expect(new Set(asked)).toEqual(new Set([asked[0]]));
  const pausesBetween = pauses.begun.filter((ms) => ms >= 1_000);
  expect(pausesBetween.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
  saver.type("title", "Des bancs au soleil");
  await saver.flush();
  expect(asked.at(-1)).not.toBe(asked[0]);
});

test("a saver whose page has gone tries no more; what it could not save lies in the drawer", async () => {
  const { saver, drawer } = opened();
  says = null;
  saver.type("title", "Des bancs à l'ombre");
  await saver.flush();
  for (const stop of stops.splice(0)) stop();
  expect(pauses.waiting).toEqual([]);
  expect(drawer.names()).toHaveLength(1);
});

test("a saver whose page has gone before the pause of typing was over saves at once", async () => {
  const { saver } = opened();
  says = { version: 2, state: "draft", texts: { ...stored, title: "Des bancs à l'ombre" } };
  saver.type("title", "Des bancs à l'ombre");
  for (const stop of stops.splice(0)) stop();
  await askedTimes(1, saver);
  expect(pauses.waiting).toEqual([]);
  expect(saver.view().status).toBe("saved");
});

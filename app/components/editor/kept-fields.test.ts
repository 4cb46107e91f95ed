import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Drawer } from "~/realtime/browser/unsent/drawer";
import { strandedIn } from "~/realtime/browser/unsent/stranded-texts";
import { madeUpTab } from "~/realtime/testing/made-up-tab";
import { readFields, saveFields, whyClosed } from "./field-request";
import { fieldsPlace, keepFields, readKept, strandFields } from "./kept-fields";

const labels = { title: "Titre", addressee: "À qui", cost: "Ce que cela coûte" };
const fields = {
  url: "/fields",
  title: "Recommandation 3",
  labels,
  edits: { title: { from: "Des bancs", to: "Bancs" } },
};
const drawer = () => new Drawer(madeUpTab(), { owner: "lea", place: fieldsPlace("d") });

test("what could not be saved is found again by the next page, and the drawer is empty once all is saved", () => {
  const own = drawer();
  keepFields(own, fields);
  expect(readKept(own)).toEqual(fields);
  keepFields(own, { ...fields, edits: {} });
  expect([readKept(own), own.names()]).toEqual([null, []]);
});

test.each(["{", "[]", '{"url":1}', '{"url":"/","title":"","labels":{},"edits":{}}'])(
  "what a drawer holds that is no edit of ours (%s) is as if nothing were kept",
  (text) => {
    const own = drawer();
    own.put("fields", text);
    expect(readKept(own)).toBeNull();
  },
);

test("a page without a drawer, on the server or of a visitor, keeps nothing and finds nothing", () => {
  expect([readKept(null), readKept(undefined)]).toEqual([null, null]);
});

test("what will never be saved is its author's again, each field by its name, the new words marked, and is kept no more", () => {
  const own = drawer();
  keepFields(own, fields);
  const edits = { ...fields.edits, cost: { from: "Peu", to: "  " }, addressee: { from: "", to: " La ville " } };
  strandFields(own, { ...fields, edits }, "document-locked");
  const [stranded] = strandedIn(own);
  expect([stranded?.title, stranded?.reason]).toEqual(["Recommandation 3", "document-locked"]);
  expect(stranded?.lines).toEqual([
    { words: "Titre : Bancs", unsaved: [[8, 13]] },
    { words: "À qui : La ville", unsaved: [[8, 16]] },
  ]);
  expect(readKept(own)).toBeNull();
});

/** How the server answers, and what it was asked. */
let answer: { readonly status: number; readonly body: string };
let asked: { readonly method: string; readonly accept: string; readonly body: string }[];
let server: Server;

async function textOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, reply) => {
    const { method = "", headers } = request;
    asked.push({ method, accept: headers.accept ?? "", body: await textOf(request) });
    reply.statusCode = answer.status;
    reply.end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/fields`;

test("edits are posted under the id of one command, with what each field held, and those that were not edited are left out", async () => {
  answer = { status: 200, body: '{"version":2}' };
  expect(await saveFields(url(), fields.edits, "command")).toEqual({ version: 2 });
  const [{ method = "", accept = "", body = "" } = {}] = asked;
  expect([method, accept]).toEqual(["POST", "application/json"]);
  const names = [...body.matchAll(/name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(["commandId", "title-from", "title-to"]);
});

test("a refusal is an answer, whatever its status", async () => {
  answer = { status: 409, body: '{"refusal":{"code":"changed-meanwhile"}}' };
  expect(await saveFields(url(), fields.edits, "command")).toEqual({ refusal: { code: "changed-meanwhile" } });
});

test.each([
  ["a server that cannot store", { status: 503, body: "{}" }],
  ["too many at once", { status: 429, body: "{}" }],
  ["a page of some proxy", { status: 200, body: "<html>" }],
])("%s is no answer: it may be asked again", async (_, given) => {
  answer = given;
  expect(await readFields(url())).toBeNull();
});

test("a server that is out of reach is no answer either", async () => {
  const gone = url();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  expect(await readFields(gone)).toBeNull();
});

test("the fields take nothing once the text is locked, or for the reason that was given", () => {
  expect(whyClosed({ state: "draft" })).toBeNull();
  expect(whyClosed({ state: "locked" })).toBe("document-locked");
  expect(whyClosed({ state: "draft", refusal: { code: "phase-not-open" } })).toBe("phase-not-open");
});

import { expect, test } from "vitest";
import { type Difference, differences, type Everything } from "./everything";
import { faultsOf, writtenAgainstRights, writtenByReading } from "./laws";
import { ownershipOf } from "./ownership";
import { type Sender, senders } from "./people";
import type { Answer, Sending } from "./send";

const sender = (name: string): Sender => {
  const found = senders.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};

const everything: Everything = new Map([
  ["assembly", [{ id: "first" }, { id: "second" }]],
  [
    "session",
    [
      { id: "s1", assemblyId: "first" },
      { id: "s2", assemblyId: "second" },
    ],
  ],
  ["idea", [{ id: "i2", sessionId: "s2" }]],
  ["fact", [{ stream: "session:s2", version: 1 }]],
  ["person", [{ id: "p1", name: "Zoé" }]],
]);
const ownership = ownershipOf(everything, { first: "first", second: "second" });

test("what names an assembly, or something of it, belongs to it; a person belongs to none", () => {
  expect(ownership.ownerOf({ id: "x", ideaId: "i2" })).toBe("second");
  expect(ownership.ownerOf({ stream: "session:s2", version: 2 })).toBe("second");
  expect(ownership.ownerOf({ id: "x", sessionId: "s1", personId: "p1" })).toBe("first");
  expect(ownership.ownerOf({ id: "x", personId: "p1" })).toBe(null);
});

test("a row that was added, changed or removed is seen", () => {
  const after: Everything = new Map([...everything, ["session", [{ id: "s1", assemblyId: "second" }]]]);
  expect(differences(everything, everything)).toEqual([]);
  expect(differences(everything, after).map(({ was, row }) => [was, row.id, row.assemblyId])).toEqual([
    [true, "s1", "first"],
    [true, "s2", "second"],
    [false, "s1", "second"],
  ]);
});

const wrote = (table: string, row: Difference["row"]): readonly Difference[] => [{ table, was: false, row }];

test("a write in a table that is not the sender's is told, and one in another assembly whatever the table", () => {
  const idea = wrote("idea", { id: "x", sessionId: "s2" });
  expect(writtenAgainstRights(idea, sender("member elsewhere"), ownership)).toEqual([]);
  expect(writtenAgainstRights(idea, sender("member"), ownership)).toEqual([
    expect.stringContaining("a member wrote in the second assembly: idea"),
  ]);
  expect(writtenAgainstRights(idea, sender("organiser"), ownership)).toHaveLength(1);
  expect(writtenAgainstRights(wrote("vote", { id: "x", assemblyId: "first" }), sender("member"), ownership)).toEqual([
    expect.stringContaining("a member wrote vote"),
  ]);
  expect(writtenAgainstRights(wrote("person", { id: "x" }), sender("visitor"), ownership)).toHaveLength(1);
  expect(writtenAgainstRights(wrote("sign_in_limit", { key: "x" }), sender("visitor"), ownership)).toEqual([]);
});

test("reading may note that a device was seen, and nothing else", () => {
  const device = { id: "d", personId: "p1", lastSeenAt: 1, expiresAt: 2 };
  const seen = (now: object): Difference[] => [
    { table: "device", was: true, row: device },
    { table: "device", was: false, row: { ...device, ...now } },
  ];
  expect(writtenByReading(seen({ lastSeenAt: 3, expiresAt: 4 }))).toEqual([]);
  expect(writtenByReading(seen({ personId: "p2" }))).toHaveLength(2);
  expect(writtenByReading(wrote("sign_in_limit", { key: "k" }))).toHaveLength(1);
  expect(writtenByReading(wrote("journal", { id: "j" }))).toHaveLength(1);
});

test("a fault of ours, a stack trace and markup that was typed are told", () => {
  const page: Answer = { status: 200, location: "", type: "text/html", requestId: "", body: "<p>Bonjour" };
  const get: Sending = { method: "GET", path: "/", headers: {}, body: null };
  const faults = (change: Partial<Answer>) => faultsOf({ ...page, ...change }, get, sender("member"));
  expect(faults({})).toEqual([]);
  expect(faults({ status: 422 })).toEqual([]);
  expect(faults({ status: 500 })).toEqual(["answers 500"]);
  expect(faults({ status: 503 })).toEqual(["answers 503"]);
  expect(faults({ body: "\n    at start (server/app.ts:12:3)" })).toEqual(["shows a stack trace"]);
  expect(faults({ body: "<p><script>fuzz()</script>" })).toEqual(["gives back what was typed as markup"]);
  expect(faults({ body: "Assemblée de la rive gauche" })).toEqual(["shows another assembly"]);
});

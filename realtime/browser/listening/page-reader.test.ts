import { beforeEach, expect, test } from "vitest";
import { assemblyStream, documentStream, teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, DocumentId } from "~/app/domain/kernel/ids";
import { type HeldPauses, heldPauses } from "../../testing/held-pauses";
import { type Interest, PageReader } from "./page-reader";

const id = "A".repeat(22) as AssemblyId;
const [everybody, team] = [assemblyStream(id), teamStream(id)];
const text = documentStream("D".repeat(22) as DocumentId);

let pauses: HeldPauses;
let times: number;
beforeEach(() => {
  pauses = heldPauses();
  times = 0;
});

const reading = (more: Partial<Interest> = {}): PageReader =>
  new PageReader({ read: { [everybody]: 4 }, facts: ["vote-closed"], moves: [], ...more }, () => void times++, pauses);
const fact = (version: number, type = "vote-closed") => ({ type, version });

test("a fact that concerns the page has it read anew, once for many that come together", () => {
  const reader = reading();
  reader.joined(everybody, 4);
  expect(pauses.waiting).toEqual([]);
  for (const version of [5, 6, 7]) reader.heard(everybody, fact(version));
  expect(pauses.waiting).toHaveLength(1);
  pauses.end();
  expect(times).toBe(1);
});

test("pages of one assembly do not all ask in the same moment", () => {
  const waits = [0, 0.5, 0.999].map((chance) => {
    const held = heldPauses(chance);
    const reader = new PageReader({ read: {}, facts: ["vote-closed"], moves: [] }, () => {}, held);
    reader.heard(everybody, fact(1));
    return held.waiting[0] ?? -1;
  });
  expect(waits[0]).toBeLessThan(100);
  expect(waits[2]).toBeGreaterThan(1_900);
});

test("a fact that does not concern it, or is on it already, leaves the page alone", () => {
  const reader = reading();
  reader.joined(everybody, 4);
  reader.heard(everybody, fact(4));
  reader.heard(everybody, fact(5, "session-started"));
  reader.moved(team, "voices");
  expect(pauses.waiting).toEqual([]);
});

test("what happened between the reading of the page and its joining is not missed", () => {
  reading().joined(everybody, 5);
  pauses.end();
  expect(times).toBe(1);
});

test("what happened while the connection was away is not missed, and a gap is read over", () => {
  const reader = reading();
  reader.joined(everybody, 4);
  reader.joined(everybody, 6);
  pauses.end();
  reader.hasRead({ read: { [everybody]: 6 }, facts: ["vote-closed"], moves: [] });
  expect(times).toBe(1);
  reader.heard(everybody, fact(8, "session-started"));
  pauses.end();
  expect(times).toBe(2);
});

test("what moves is read when told, and once whenever a connection begins: moves are stored nowhere", () => {
  const reader = reading({ read: { [team]: 0 }, moves: ["draw"] });
  reader.joined(team, 0);
  pauses.end();
  reader.moved(team, "draw");
  pauses.end();
  reader.moved(team, "voices");
  pauses.end();
  reader.joined(team, 0);
  pauses.end();
  expect(times).toBe(3);
});

test("a text that is being written is read every three to seven seconds, however often it moves", () => {
  const waits = [0, 0.5, 0.999].map((chance) => {
    const held = heldPauses(chance);
    const reader = new PageReader({ read: { [text]: 0 }, facts: [], moves: ["text"] }, () => {}, held);
    for (let second = 0; second < 3; second += 1) reader.moved(text, "text");
    expect(held.begun).toHaveLength(1);
    return held.begun[0] ?? -1;
  });
  expect(waits[0]).toBe(3_000);
  expect(waits[1]).toBe(5_000);
  expect(waits[2]).toBeGreaterThan(6_900);
});

test("a text that was opened is not read again at once, and once for its joining and for what moves meanwhile", () => {
  const reader = reading({ read: { [text]: 2 }, facts: ["text-locked"], moves: ["text"] });
  reader.joined(text, 2);
  reader.moved(text, "text");
  expect(pauses.waiting).toEqual([5_000]);
  pauses.end();
  expect(times).toBe(1);
});

test("a fact does not wait for what moves: it is read soon, and both with it", () => {
  const reader = reading({ read: { [text]: 2 }, facts: ["text-locked"], moves: ["text"] });
  reader.moved(text, "text");
  reader.heard(text, fact(3, "text-locked"));
  reader.moved(text, "text");
  expect(pauses.waiting).toEqual([1_200]);
  pauses.end();
  expect(times).toBe(1);
});

test("a page that is left reads nothing any more", () => {
  const reader = reading();
  reader.heard(everybody, fact(5));
  reader.stop();
  pauses.end();
  expect(times).toBe(0);
});

test("what was read anew for another reason, as when one's rights changed, is not read a second time", () => {
  const reader = reading();
  reader.joined(everybody, 4);
  reader.heard(everybody, fact(5));
  reader.hasRead({ read: { [everybody]: 4 }, facts: ["vote-closed"], moves: [] });
  expect(pauses.waiting).toHaveLength(1);
  reader.hasRead({ read: { [everybody]: 5 }, facts: ["vote-closed"], moves: [] });
  pauses.end();
  expect(times).toBe(0);
});

test("what moved is read, though the page was read for its facts meanwhile", () => {
  const reader = reading({ read: { [team]: 2 }, moves: ["draw"] });
  reader.moved(team, "draw");
  reader.heard(team, fact(3));
  reader.hasRead({ read: { [team]: 3 }, facts: ["vote-closed"], moves: ["draw"] });
  pauses.end();
  expect(times).toBe(1);
});

test("a page of an installation that was put back from an older copy is read anew, and hears what happens from there", () => {
  const reader = reading({ read: { [everybody]: 50 } });
  reader.joined(everybody, 40);
  pauses.end();
  expect(times).toBe(1);
  reader.hasRead({ read: { [everybody]: 40 }, facts: ["vote-closed"], moves: [] });
  reader.heard(everybody, fact(41));
  pauses.end();
  expect(times).toBe(2);
});

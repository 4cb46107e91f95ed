import fc from "fast-check";
import { expect, test } from "vitest";
import { type LinkEvent, type LinkState, nowhere, placeOf, shownState, stepLink } from "./link-state";
import type { VideoPlace } from "./video-room";

const plenary = { kind: "plenary", assemblyId: "a", sessionId: "s" } as unknown as VideoPlace;
const group = { ...plenary, kind: "group", groupId: "g" } as unknown as VideoPlace;
const open = { video: "on", url: "ws://rooms", token: "t", maySend: "camera", own: [] } as never;

const states = {
  nowhere,
  asking: { kind: "asking", place: plenary, attempt: 0 },
  "asking again": { kind: "asking", place: plenary, attempt: 2 },
  entering: { kind: "entering", place: plenary, attempt: 2, grant: open },
  inside: { kind: "inside", place: plenary, line: "up" },
  renewing: { kind: "inside", place: plenary, line: "renewing" },
  silent: { kind: "inside", place: plenary, line: "silent" },
  waiting: { kind: "waiting", place: plenary, attempt: 3 },
  off: { kind: "off", place: plenary },
  refused: { kind: "turned-away", place: plenary, why: "refused" },
  elsewhere: { kind: "turned-away", place: plenary, why: "elsewhere" },
  closed: { kind: "closed" },
} satisfies Record<string, LinkState>;
type Named = keyof typeof states;

const events = {
  stay: { kind: "go", place: plenary },
  move: { kind: "go", place: group },
  rest: { kind: "go", place: null },
  granted: { kind: "granted", grant: open },
  "no video": { kind: "granted", grant: { video: "off" } },
  "not let in": { kind: "granted", grant: { video: "refused" } },
  failed: { kind: "failed" },
  entered: { kind: "entered" },
  "line renews": { kind: "line", news: "renewing" },
  "line is renewed": { kind: "line", news: "renewed" },
  "line falls silent": { kind: "line", news: "silent" },
  "line is heard": { kind: "line", news: "heard" },
  "put out": { kind: "put-out", elsewhere: false },
  "taken over": { kind: "put-out", elsewhere: true },
  waited: { kind: "waited" },
  "try again": { kind: "try-again" },
  close: { kind: "close" },
} satisfies Record<string, LinkEvent>;
type Happens = keyof typeof events;

const asking = { kind: "asking", place: plenary, attempt: 0 };
const elsewhere = { kind: "turned-away", place: plenary, why: "elsewhere" };
const lost = { kind: "waiting", place: plenary, attempt: 1 };
const wait3 = { kind: "waiting", place: plenary, attempt: 3 };

/** All that happens besides moving, resting and closing, which are the same everywhere. What is not listed changes nothing. */
const table: readonly (readonly [Named, Happens, unknown])[] = [
  ["nowhere", "stay", asking],
  ["asking", "granted", { kind: "entering", place: plenary, attempt: 0, grant: open }],
  ["asking", "no video", { kind: "off", place: plenary }],
  ["asking", "not let in", { kind: "turned-away", place: plenary, why: "refused" }],
  ["asking", "failed", lost],
  ["asking again", "granted", { kind: "entering", place: plenary, attempt: 2, grant: open }],
  ["asking again", "no video", { kind: "off", place: plenary }],
  ["asking again", "not let in", { kind: "turned-away", place: plenary, why: "refused" }],
  ["asking again", "failed", wait3],
  ["waiting", "waited", { kind: "asking", place: plenary, attempt: 3 }],
  ["entering", "entered", { kind: "inside", place: plenary, line: "up" }],
  ["entering", "failed", wait3],
  ["entering", "put out", wait3],
  ["entering", "taken over", elsewhere],
  ["inside", "line renews", { kind: "inside", place: plenary, line: "renewing" }],
  ["inside", "line falls silent", { kind: "inside", place: plenary, line: "silent" }],
  ["inside", "put out", lost],
  ["inside", "taken over", elsewhere],
  ["renewing", "line is renewed", { kind: "inside", place: plenary, line: "up" }],
  ["renewing", "put out", lost],
  ["renewing", "taken over", elsewhere],
  ["silent", "line is heard", { kind: "inside", place: plenary, line: "up" }],
  ["silent", "line is renewed", { kind: "inside", place: plenary, line: "up" }],
  ["silent", "line renews", { kind: "inside", place: plenary, line: "renewing" }],
  ["silent", "put out", lost],
  ["silent", "taken over", elsewhere],
  ["refused", "try again", asking],
  ["elsewhere", "try again", asking],
];

const everywhere: readonly Happens[] = ["move", "rest", "close"];
const each = Object.keys(states) as Named[];

test.each(each)("from %s, each event leads where the table says, and what it does not list changes nothing", (name) => {
  for (const happens of Object.keys(events) as Happens[]) {
    if (everywhere.includes(happens)) continue;
    const expected = table.find(([from, event]) => from === name && event === happens)?.[2] ?? states[name];
    expect(stepLink(states[name], events[happens]), `${name}, ${happens}`).toEqual(expected);
  }
});

test.each(each)("from %s, a move asks for the new place, a rest leads nowhere, and a close is for good", (name) => {
  const state = states[name];
  const isClosed = state.kind === "closed";
  expect(stepLink(state, events.move)).toEqual(isClosed ? state : { kind: "asking", place: group, attempt: 0 });
  expect(stepLink(state, events.rest)).toEqual(isClosed ? state : nowhere);
  expect(stepLink(state, events.close)).toEqual({ kind: "closed" });
});

test("an event without an effect answers the same object: nothing begins anew", () => {
  for (const [name, happens] of [
    ["inside", "stay"],
    ["inside", "granted"],
    ["waiting", "entered"],
    ["nowhere", "rest"],
  ] as const) {
    expect(stepLink(states[name], events[happens])).toBe(states[name]);
  }
});

test("whatever happens, the page is in the last place it was told, or nowhere when it was told nothing else", () => {
  const happening = fc.constantFrom(...(Object.keys(events) as Happens[]).filter((name) => name !== "close"));
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (names) => {
      const walk = names.map((name): LinkEvent => events[name]);
      const told = walk.flatMap((event) => (event.kind === "go" ? [event.place] : [])).at(-1) ?? null;
      expect(placeOf(walk.reduce(stepLink, nowhere))).toEqual(told);
    }),
  );
});

test("a screen says connecting at first, reconnecting once something was lost, and live only while the line is up", () => {
  const shown = Object.fromEntries(each.map((name) => [name, shownState(states[name])]));
  expect(shown).toEqual({
    nowhere: { kind: "idle" },
    asking: { kind: "connecting" },
    "asking again": { kind: "reconnecting", sure: false },
    entering: { kind: "reconnecting", sure: false },
    inside: { kind: "live" },
    renewing: { kind: "reconnecting", sure: false },
    silent: { kind: "reconnecting", sure: true },
    waiting: { kind: "reconnecting", sure: false },
    off: { kind: "off" },
    refused: { kind: "failed", why: "refused" },
    elsewhere: { kind: "failed", why: "elsewhere" },
    closed: { kind: "idle" },
  });
});

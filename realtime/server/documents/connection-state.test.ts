import { describe, expect, test } from "vitest";
import {
  afterConnectionEvent,
  afterWritingEvent,
  type ConnectionEvent,
  type ConnectionState,
  mayWrite,
  openingConnection,
  type Writing,
} from "./connection-state";

type State = ConnectionState<string, string>;
type Event = ConnectionEvent<string, string>;

const [one, two] = [new Uint8Array([1]), new Uint8Array([2])];
const entered: Event = { kind: "entered", room: "notes", admitted: "as writer" };
const frame = (bytes: Uint8Array): Event => ({ kind: "frame", bytes });
const answered = (turn: number, admitted: string): Event => ({ kind: "answered", turn, admitted });
const may: Event = { kind: "told", reason: null };
const mayNot: Event = { kind: "told", reason: "locked" };
const released: Event = { kind: "released" };
const doubted: Event = { kind: "doubted" };
const asked: Event = { kind: "asked" };
const gone: Event = { kind: "gone" };
const closed: Event = { kind: "closed" };
const caughtUp: Event = { kind: "caught-up" };

const reached = (...events: readonly Event[]): State => events.reduce<State>(afterConnectionEvent, openingConnection);

/** What has happened, and what of the state follows. */
const table: readonly (readonly [string, readonly Event[], object])[] = [
  ["nothing", [], { kind: "opening", doubted: false }],
  ["something happens while it is let in", [asked, doubted], { kind: "opening", doubted: true }],
  ["it is asked about again", [asked, doubted, asked], { kind: "opening", doubted: false }],
  ["frames come early", [frame(one), frame(two)], { kind: "opening", waiting: [one, two] }],
  ["it is in, and its frames wait still", [frame(one), entered], { kind: "held", waiting: [one], hears: false }],
  ["they are taken", [frame(one), entered, released], { kind: "open", room: "notes", admitted: "as writer" }],
  ["an answer cannot open it before it is in", [answered(1, "late"), caughtUp, may], { kind: "opening" }],
  ["its device's time is over", [entered, released, frame(one), frame(two)], { kind: "held", waiting: [one, two] }],
  ["a later answer", [entered, asked, answered(1, "as reader")], { admitted: "as reader", answered: 1 }],
  [
    "an earlier answer after a later one",
    [entered, asked, asked, answered(2, "as reader"), answered(1, "as writer")],
    { admitted: "as reader", answered: 2 },
  ],
  [
    "an earlier answer before a later one",
    [entered, asked, asked, answered(1, "as reader")],
    { admitted: "as reader", answered: 1, asked: 2 },
  ],
  ["the document is sent", [entered, { kind: "sent-document" }], { hears: true }],
  ["it breaks off while it is let in", [gone, entered], { kind: "gone", writing: { kind: "untold" } }],
  ["it breaks off after writing", [entered, may, gone], { kind: "gone", writing: { kind: "behind", mark: null } }],
  ["we close it", [entered, may, closed, gone, frame(one), may], { kind: "closed" }],
  ["we close it while it is let in", [closed, entered], { kind: "closed" }],
  ["we close what has broken off", [entered, may, gone, closed], { kind: "closed" }],
];

describe("where a connection stands", () => {
  test.each(table)("%s", (_, events, expected) => {
    expect(reached(...events)).toMatchObject(expected);
  });

  test("what was closed, or has gone, is never in a room again", () => {
    const all: readonly Event[] = [
      doubted,
      asked,
      entered,
      released,
      frame(one),
      may,
      mayNot,
      caughtUp,
      answered(9, "x"),
    ];
    for (const end of [closed, gone]) {
      for (const event of all) expect(reached(entered, released, end, event).kind, event.kind).toBe(end.kind);
    }
  });
});

const untold: Writing = { kind: "untold" };
const refused: Writing = { kind: "refused", reason: "locked" };
const behind: Writing = { kind: "behind", mark: null };
const waits: Writing = { kind: "behind", mark: 7 };
const level: Writing = { kind: "level" };
const mark = { kind: "asked-for-mark", mark: 7 } as const;
const write = { kind: "told", reason: null } as const;
const read = { kind: "told", reason: "locked" } as const;
const sent = { kind: "caught-up" } as const;

test.each([
  [untold, write, behind],
  [untold, read, refused],
  [untold, sent, untold],
  [untold, mark, untold],
  [behind, sent, level],
  [behind, mark, waits],
  [behind, read, refused],
  [waits, write, behind],
  [waits, read, refused],
  [level, sent, level],
  [level, mark, level],
  [level, read, refused],
  [level, write, behind],
  [refused, sent, refused],
  [refused, mark, refused],
  [refused, write, behind],
] as const)("what may be written: from %j, by %j, to %j", (from, event, to) => {
  expect(afterWritingEvent(from, event)).toEqual(to);
  expect(mayWrite(to)).toBe(to.kind === "behind" || to.kind === "level");
});

import { describe, expect, test } from "vitest";
import {
  afterEvent,
  hasText,
  isHeard,
  mayType,
  type PageEvent,
  type PageState,
  pageAtFirst,
  reasonOf,
  statusOf,
} from "./page-state";

const write: PageEvent = { kind: "rights", rights: { may: true } };
const readOnly: PageEvent = { kind: "rights", rights: { may: false, reason: "document-locked" } };
const text: PageEvent = { kind: "text" };
const lost: PageEvent = { kind: "lost" };
const refused: PageEvent = { kind: "refused", reason: "not-your-group" };

const pageAfter = (...events: readonly PageEvent[]): PageState => events.reduce(afterEvent, pageAtFirst);

/** What has happened, what the page says then, whether it may be typed in, and whether its text is shown. */
const table: readonly (readonly [string, readonly PageEvent[], readonly [string, boolean, boolean]])[] = [
  ["nothing", [], ["connecting", false, false]],
  ["the rights", [write], ["connecting", false, false]],
  ["the text before the rights", [text], ["connecting", false, false]],
  ["the rights and the text", [write, text], ["saved", true, true]],
  ["the text and the rights", [text, write], ["saved", true, true]],
  ["the right to read, and the text", [readOnly, text], ["read-only", false, true]],
  ["the right is lost", [write, text, readOnly], ["read-only", false, true]],
  ["the right comes back", [readOnly, text, write], ["saved", true, true]],
  ["the network is lost before anything came", [lost], ["offline", false, false]],
  ["the network is lost before the text came", [write, lost], ["offline", false, false]],
  ["the network of somebody who writes is lost", [write, text, lost], ["offline", true, true]],
  ["the network of somebody who reads is lost", [readOnly, text, lost], ["offline", false, true]],
  ["it is lost again, with nothing in between", [write, text, lost, lost], ["offline", true, true]],
  ["back, and told of the right to read only", [write, text, lost, readOnly], ["offline", false, true]],
  ["back, with the text and no rights yet", [write, text, lost, text], ["offline", true, true]],
  ["back with both", [write, text, lost, write, text], ["saved", true, true]],
  ["back with the right to read only", [write, text, lost, readOnly, text], ["read-only", false, true]],
  ["refused at once", [refused], ["refused", false, false]],
  ["refused once open", [write, text, refused], ["refused", false, true]],
  ["refused while away", [write, text, lost, refused], ["refused", false, true]],
  ["refused, and a late frame after it", [write, text, refused, write], ["refused", false, true]],
  ["refused, and a late text after it", [refused, text], ["refused", false, false]],
];

describe("where a page stands with its text", () => {
  test.each(table)("%s", (_, events, expected) => {
    const state = pageAfter(...events);
    expect([statusOf(state, false), mayType(state), hasText(state)]).toEqual(expected);
    expect(isHeard(state)).toBe(expected[0] === "saved");
  });

  test("is said to be on its way to the database only where it is", () => {
    for (const [name, events] of table) {
      const state = pageAfter(...events);
      const expected = statusOf(state, false) === "saved" ? "saving" : statusOf(state, false);
      expect(statusOf(state, true), name).toBe(expected);
    }
  });

  test("names why nothing can be written", () => {
    expect(reasonOf(pageAfter(write, text))).toBeNull();
    expect(reasonOf(pageAfter(readOnly, text))).toBe("document-locked");
    expect(reasonOf(pageAfter(readOnly, text, lost))).toBe("document-locked");
    expect(reasonOf(pageAfter(write, text, lost, readOnly))).toBe("document-locked");
    expect(reasonOf(pageAfter(write, text, refused))).toBe("not-your-group");
  });
});

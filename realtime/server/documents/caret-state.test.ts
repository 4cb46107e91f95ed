// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { Doc } from "yjs";
import { othersCarets } from "~/app/components/editor/others-carets";
import { notesExtensions } from "~/app/components/editor/rich-text-extensions";
import { sharedText } from "~/app/components/editor/shared-text";
import { AwarenessRelay } from "./awareness-relay";

/** What others hear of a state that client 66 says; undefined where nothing is passed on. */
function heard(state: unknown): unknown {
  const encoder = createEncoder();
  writeVarUint(encoder, 1);
  writeVarUint(encoder, 66);
  writeVarUint(encoder, 1);
  writeVarString(encoder, typeof state === "string" ? state : JSON.stringify(state));
  const relay = new AwarenessRelay(["notes"]);
  relay.receive(toUint8Array(encoder), 66, "Odette");
  const passed = relay.news();
  if (!passed) return undefined;
  const awareness = new Awareness(new Doc());
  applyAwarenessUpdate(awareness, passed, "relay");
  return awareness.getStates().get(66);
}

const root = { type: null, tname: "notes", item: null, assoc: 0 };
const id = { client: 7, clock: 3 };
const nowhere = { user: { name: "Odette" }, cursor: null };

test.each([
  [{ anchor: root, head: { ...root, item: id, assoc: -1 } }],
  [{ anchor: { type: id, tname: null, item: null, assoc: 0 }, head: root }],
])("a caret that an editor can have is passed on: %j", (cursor) => {
  expect(heard({ user: { name: "Somebody else", color: "#123456" }, cursor })).toEqual({
    user: { name: "Odette", color: "#123456" },
    cursor,
  });
});

test.each([
  [{}],
  [{ anchor: null, head: null }],
  [{ anchor: root }],
  [{ anchor: { ...root, item: { client: 1, clock: -5 } }, head: root }],
  [{ anchor: { ...root, item: { client: 1, clock: 0.5 } }, head: root }],
  [{ anchor: { ...root, item: { client: 2 ** 33, clock: 0 } }, head: root }],
  [{ anchor: { ...root, tname: "elsewhere" }, head: root }],
  [{ anchor: { ...root, tname: null }, head: root }],
  [{ anchor: root, head: { ...root, assoc: 12 } }],
  ["here"],
  [[root, root]],
])("of a caret that no editor can have nothing is passed on but the name: %j", (cursor) => {
  expect(heard({ cursor })).toEqual(nowhere);
});

test("nothing else that a page says of itself is passed on, nor a colour that is none", () => {
  const said = { user: { name: "x", color: "red;background:url(x)", role: "organiser" }, selection: [1], script: "x" };
  expect(heard(said)).toEqual(nowhere);
  expect(heard({ user: "x", cursor: { anchor: root, head: root } })).toMatchObject({ user: { name: "Odette" } });
  for (const none of ["[]", "1", '"x"', "{", ""]) expect(heard(none)).toBeUndefined();
});

test("what real editors say of their carets is passed on, wherever they put them", async () => {
  const doc = new Doc();
  doc.clientID = 66;
  const awareness = new Awareness(doc);
  const carets = othersCarets({ provider: { awareness }, user: { name: "Odette", color: "#123456" } });
  const extensions = [...notesExtensions(), ...sharedText(doc, "notes"), carets];
  const element = document.createElement("div");
  document.body.append(element);
  const editor = new Editor({ element, injectCSS: false, extensions });
  editor.view.hasFocus = () => true;
  editor.commands.insertContent("<p>un deux</p><ul><li><p>trois</p></li></ul><p></p>");
  const relay = new AwarenessRelay(["notes"]);
  const others = new Awareness(new Doc());
  const size = editor.state.doc.content.size;
  for (let at = 0; at <= size; at += 1) {
    editor.commands.setTextSelection({ from: Math.min(at, 3), to: at });
    awareness.setLocalStateField("turn", at);
    relay.receive(encodeAwarenessUpdate(awareness, [66]), 66, "Odette");
    const passed = relay.news();
    if (passed) applyAwarenessUpdate(others, passed, "relay");
    const own = JSON.parse(JSON.stringify(awareness.getLocalState()?.cursor ?? null));
    expect(own).not.toBeNull();
    expect(others.getStates().get(66)?.cursor).toEqual(own);
  }
  editor.destroy();
});

test("a page speaks for its own caret only, and not at any length (D8)", () => {
  const about = (client: number, state: unknown) => {
    const encoder = createEncoder();
    writeVarUint(encoder, 1);
    writeVarUint(encoder, client);
    writeVarUint(encoder, 1);
    writeVarString(encoder, JSON.stringify(state));
    return toUint8Array(encoder);
  };
  const relay = new AwarenessRelay(["notes"]);
  expect(relay.receive(about(67, nowhere), 66, "Mallory")).toBe(false);
  expect([relay.everyone(), relay.news()]).toEqual([null, null]);
  expect(relay.receive(about(66, { ...nowhere, more: "x".repeat(5_000) }), 66, "Odette")).toBe(false);
  expect(relay.receive(about(66, nowhere), 66, "Odette")).toBe(true);
  expect([relay.news() === null, relay.news() === null]).toEqual([false, true]);
});

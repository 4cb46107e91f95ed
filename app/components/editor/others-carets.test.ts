import { Editor } from "@tiptap/core";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { afterEach, expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { anothersText } from "~/realtime/testing/anothers-text";
import { othersCarets } from "./others-carets";
import { notesExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";

const user = { name: "Odette", color: "#112233" };
const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

/** An editor on a copy of somebody else's text, beside somebody who says that their caret is here. */
async function beside(cursor: unknown, ours = true) {
  const { doc, text, hear } = anothersText("un ");
  const awareness = new Awareness(doc);
  const provider = { awareness };
  const carets = ours ? othersCarets({ provider, user }) : CollaborationCaret.configure({ provider, user });
  const extensions = [...notesExtensions(), ...sharedText(doc, "notes"), carets];
  const editor = new Editor({ element: document.createElement("div"), injectCSS: false, extensions });
  opened.push(editor);
  await new Promise((shown) => setTimeout(shown, 0));
  awareness.states.set(66, { user: { name: "Mallory", color: "#aabbcc" }, cursor });
  text.insert(3, "deux ");
  return { doc, editor, hear };
}

const hostile = [
  {},
  { anchor: null, head: null },
  { anchor: { item: { client: 1, clock: -5 } }, head: { item: { client: 1, clock: -5 } } },
  { anchor: { type: { client: 999, clock: 0 } }, head: {} },
];

test.each(hostile.map((cursor) => [JSON.stringify(cursor), cursor] as const))(
  "beside a caret that is nowhere (%s) what others write is shown, and typing takes nothing of it away",
  async (_, cursor) => {
    const { doc, editor, hear } = await beside(cursor);
    hear();
    expect(editor.getText()).toBe("un deux ");
    editor.commands.insertContentAt(1, "Donc ");
    expect(doc.getXmlFragment("notes").toString()).toBe("<paragraph>Donc un deux </paragraph>");
  },
);

test("the caret extension as its maker gives it throws there: when it no longer does, ours can go", async () => {
  const { hear } = await beside({}, false);
  expect(hear).toThrow();
});

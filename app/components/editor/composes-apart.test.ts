import { Editor } from "@tiptap/core";
import { createDecoder } from "lib0/decoding";
import { createEncoder, toUint8Array } from "lib0/encoding";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeSyncStep2, writeUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { HeldText } from "~/realtime/browser/documents/held-text";
import { documentMessage } from "~/realtime/protocol/document-messages";
import { anothersText } from "~/realtime/testing/anothers-text";
import { composesApart } from "./composes-apart";
import { notesExtensions } from "./rich-text-extensions";
import { sharedText } from "./shared-text";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An editor on the page, with its connection; what somebody else writes comes to it as the server sends it. */
function writing() {
  const { text } = anothersText("un ");
  const other = text.doc as Doc;
  const doc = new Doc();
  applyUpdate(doc, encodeStateAsUpdate(other));
  const provider = new WebsocketProvider("ws://127.0.0.1:1", "x", doc, { connect: false, disableBc: true });
  const extensions = [...notesExtensions(), ...sharedText(doc, "notes"), composesApart(new HeldText(provider))];
  const element = document.body.appendChild(document.createElement("div"));
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions,
    editorProps: { handleScrollToSelection: () => true },
  });
  editor.view.focus();
  const compose = (step: "start" | "update" | "end"): void => {
    editor.view.dom.dispatchEvent(new CompositionEvent(`composition${step}`, { bubbles: true, data: "n" }));
  };
  const hear = (write: typeof writeUpdate): void => {
    const encoder = createEncoder();
    write(encoder, encodeStateAsUpdate(other, encodeStateVector(doc)));
    const handler = provider.messageHandlers[documentMessage.sync];
    handler?.(createEncoder(), createDecoder(toUint8Array(encoder)), provider, false, documentMessage.sync);
  };
  const say = (words: string): void => {
    text.insert(text.length, words);
    hear(writeUpdate);
  };
  const end = (): void => {
    editor.destroy();
    provider.destroy();
  };
  return { editor, doc, other, compose, say, hear, end };
}

test("what others write waits while a word is composed, in its order, and is shown when the word is there", () => {
  const { editor, compose, say, end } = writing();
  compose("start");
  say("deux ");
  compose("update");
  say("trois ");
  expect(editor.getText()).toBe("un ");
  compose("end");
  vi.advanceTimersByTime(30);
  expect(editor.getText()).toBe("un deux trois ");
  say("quatre");
  expect(editor.getText()).toBe("un deux trois quatre");
  end();
});

test("what was missed on a lost line waits too", () => {
  const { editor, other, compose, hear, end } = writing();
  compose("start");
  other.getXmlFragment("notes").delete(0, 1);
  hear((encoder) => writeSyncStep2(encoder, other));
  expect(editor.getText()).toBe("un ");
  compose("end");
  vi.advanceTimersByTime(30);
  expect(editor.getText()).toBe("");
  end();
});

test("the next word begins before the last one was read: it waits on", () => {
  const { editor, compose, say, end } = writing();
  compose("start");
  say("deux ");
  compose("end");
  compose("start");
  vi.advanceTimersByTime(30);
  expect(editor.getText()).toBe("un ");
  compose("end");
  vi.advanceTimersByTime(30);
  expect(editor.getText()).toBe("un deux ");
  end();
});

test("who stops in the middle of a word has it ended after five seconds, and sees what the others wrote", () => {
  const { editor, compose, say, end } = writing();
  const left = vi.fn();
  editor.view.dom.addEventListener("blur", left);
  compose("start");
  vi.advanceTimersByTime(4_000);
  compose("update");
  say("deux ");
  vi.advanceTimersByTime(4_999);
  expect(left).not.toHaveBeenCalled();
  expect(editor.getText()).toBe("un ");
  vi.advanceTimersByTime(1 + 30);
  expect(left).toHaveBeenCalledOnce();
  expect(editor.view.hasFocus()).toBe(true);
  expect(editor.getText()).toBe("un deux ");
  end();
});

test("what is composed goes out meanwhile, and an editor that leaves keeps nothing back", () => {
  const { editor, doc, other, compose, say, end } = writing();
  compose("start");
  say("deux ");
  editor.commands.insertContentAt(1, "Donc ");
  expect(doc.getXmlFragment("notes").toString()).toBe("<paragraph>Donc un </paragraph>");
  end();
  applyUpdate(other, encodeStateAsUpdate(doc));
  expect(doc.getXmlFragment("notes").toString()).toBe("<paragraph>Donc un deux </paragraph>");
  expect(other.getXmlFragment("notes").toString()).toBe("<paragraph>Donc un deux </paragraph>");
});

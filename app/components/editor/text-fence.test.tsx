import { act, cleanup, render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebsocketProvider } from "y-websocket";
import { Doc, XmlElement, XmlHook, XmlText } from "yjs";
import { i18nOf } from "~/app/i18n/translate";
import { HeldText } from "~/realtime/browser/documents/held-text";
import { NotesEditor } from "../live/notes-editor";
import { TextEditor } from "./text-editor";

afterEach(cleanup);

type Spoil = (doc: Doc, field: string) => void;

const spoils: readonly [string, Spoil][] = [
  ["a loose text", (doc, field) => doc.getXmlFragment(field).push([new XmlText("perdu")])],
  ["a hook", (doc, field) => doc.getXmlFragment(field).push([new XmlHook("x") as unknown as XmlElement])],
];

function paragraph(words: string): XmlElement {
  const element = new XmlElement("paragraph");
  element.insert(0, [new XmlText(words)]);
  return element;
}

/** A page with two shared texts, the first of them one that no editor can show. */
async function showPage(spoil: Spoil, kind: "notes" | "recommendation", locale: "fr" | "en" = "fr") {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const doc = new Doc();
  const field = kind === "notes" ? "notes" : "action";
  doc.getXmlFragment(field).push([paragraph("Les loyers")]);
  spoil(doc, field);
  const provider = new WebsocketProvider("ws://127.0.0.1:1", "x", doc, { connect: false });
  const shared = { doc, provider, held: new HeldText(provider), user: { name: "Léa", color: "#123456" } };
  render(
    <I18nextProvider i18n={i18nOf(locale)}>
      <h1>Salle</h1>
      {kind === "notes" ? (
        <NotesEditor {...shared} status={null} editable locale={locale} />
      ) : (
        <TextEditor {...shared} editable field={field} label="Action" />
      )}
    </I18nextProvider>,
  );
  await act(async () => {});
  return { doc, field };
}

describe.each(spoils)("a shared text that cannot be shown: %s", (_, spoil) => {
  it.each(["notes", "recommendation"] as const)(
    "in %s is fenced: its words are there, and so is the page",
    async (kind) => {
      const { doc, field } = await showPage(spoil, kind);
      expect(screen.getByRole("heading", { name: "Salle" })).toBeTruthy();
      expect(screen.getByText("Ce texte ne peut pas être affiché comme d’habitude")).toBeTruthy();
      expect(screen.getByText("Les loyers", { exact: false })).toBeTruthy();
      // The editor that gave up still listens and fails once more; what others write is shown all the same.
      expect(() => doc.getXmlFragment(field).insert(0, [paragraph("Écrit depuis")])).toThrow();
      await act(async () => {});
      expect(screen.getByText("Écrit depuis")).toBeTruthy();
    },
  );

  it("is said in English too", async () => {
    await showPage(spoil, "notes", "en");
    expect(screen.getByText("This text cannot be shown as usual")).toBeTruthy();
  });
});

it("a text that can be shown is in its editor", async () => {
  await showPage(() => {}, "notes");
  expect(screen.getByRole("textbox").textContent).toBe("Les loyers");
  expect(screen.queryByText("Ce texte ne peut pas être affiché comme d’habitude")).toBeNull();
});

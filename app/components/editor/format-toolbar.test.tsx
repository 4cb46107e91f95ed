import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { Editor } from "@tiptap/core";
import { afterEach, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import { Doc, XmlElement, XmlText } from "yjs";
import type { Locale } from "~/app/domain/kernel/locale";
import { HeldText } from "~/realtime/browser/documents/held-text";
import type { DocumentStatus } from "~/realtime/browser/documents/shared-document";
import { NotesEditor } from "../live/notes-editor";
import { showPage } from "../testing/show-page";
import { FormatToolbar } from "./format-toolbar";
import { richTextExtensions } from "./rich-text-extensions";
import { SaveStatus } from "./save-status";
import { sharedText } from "./shared-text";
import { TextEditor } from "./text-editor";
import { useWriters } from "./use-writers";

const opened: Editor[] = [];
afterEach(() => {
  cleanup();
  for (const editor of opened.splice(0)) editor.destroy();
});

/** An editor of a recommendation that holds these words, all of them selected as by a mouse. */
function anEditor(words: string): Editor {
  const doc = new Doc();
  const line = new XmlElement("paragraph");
  line.insert(0, [new XmlText(words)]);
  doc.getXmlFragment("action").insert(0, [line]);
  const element = document.createElement("div");
  const extensions = [...richTextExtensions(), ...sharedText(doc, "action")];
  const editor = new Editor({ element, injectCSS: false, extensions });
  opened.push(editor);
  editor.commands.setTextSelection({ from: 1, to: 1 + words.length });
  return editor;
}

function showToolbar(editor: Editor | null, locale: Locale = "fr"): void {
  showPage(<FormatToolbar editor={editor} />, { locale });
}

/** By its name alone: where roles are looked at, every element of the page is. */
const tool = (name: string) => screen.getByLabelText<HTMLButtonElement>(name);
const press = async (name: string) => {
  fireEvent.click(tool(name));
  await act(async () => {});
};
const isPressed = (name: string) => tool(name).getAttribute("aria-pressed");

it.each([
  ["Gras", "<p><strong>Loger</strong></p>"],
  ["Italique", "<p><em>Loger</em></p>"],
  ["Titre", "<h3>Loger</h3>"],
  ["Liste", "<ul><li><p>Loger</p></li></ul>"],
  ["Liste numérotée", "<ol><li><p>Loger</p></li></ol>"],
  ["Citer", "<blockquote><p>Loger</p></blockquote>"],
])("%s changes what is selected, shows as pressed there, and is taken back by a second press", async (name, html) => {
  const editor = anEditor("Loger");
  showToolbar(editor);
  expect(isPressed(name)).toBe("false");
  await press(name);
  expect([editor.getHTML(), isPressed(name)]).toEqual([html, "true"]);
  await press(name);
  expect([editor.getHTML(), isPressed(name)]).toEqual(["<p>Loger</p>", "false"]);
});

it("takes a quotation back also where the whole text is selected by the keyboard", async () => {
  const editor = anEditor("Loger");
  editor.commands.selectAll();
  showToolbar(editor);
  await press("Citer");
  expect(editor.getHTML()).toBe("<blockquote><p>Loger</p></blockquote>");
  await press("Citer");
  expect(editor.getHTML()).toBe("<p>Loger</p>");
});

it("takes the last change back, and makes it again", async () => {
  const editor = anEditor("Loger");
  showToolbar(editor);
  await press("Gras");
  await press("Annuler");
  expect(editor.getHTML()).toBe("<p>Loger</p>");
  await press("Rétablir");
  expect(editor.getHTML()).toBe("<p><strong>Loger</strong></p>");
});

it("follows the caret: what is pressed is what stands there", async () => {
  const editor = anEditor("");
  editor.commands.setContent("<p><strong>Loger</strong> tous</p>");
  showToolbar(editor);
  act(() => void editor.commands.setTextSelection(8));
  await act(async () => {});
  expect(isPressed("Gras")).toBe("false");
  act(() => void editor.commands.setTextSelection(3));
  await act(async () => {});
  expect(isPressed("Gras")).toBe("true");
});

it("is one stop of the keyboard, along which the arrow keys go", () => {
  showToolbar(anEditor("Loger"), "en");
  const [bold, italic] = screen.getAllByRole("button");
  if (!bold || !italic) throw new Error("two tools were expected");
  act(() => bold.focus());
  fireEvent.keyDown(bold, { key: "ArrowRight" });
  expect(document.activeElement).toBe(italic);
  fireEvent.keyDown(italic, { key: "ArrowLeft" });
  expect(document.activeElement).toBe(bold);
});

it("does not take the focus out of the text when it is pressed by the mouse", () => {
  showToolbar(anEditor("Loger"));
  expect(fireEvent.mouseDown(tool("Gras"))).toBe(false);
});

it("does nothing, without failing, before any field was written in", async () => {
  showToolbar(null);
  await press("Gras");
  await press("Lien");
  expect([isPressed("Gras"), screen.queryByRole("dialog")]).toEqual(["false", null]);
});

const linkTo = async (address: string) => {
  await press("Lien");
  fireEvent.change(screen.getByLabelText("Adresse du lien"), { target: { value: address } });
  fireEvent.click(screen.getByRole("button", { name: "Mettre le lien" }));
};
const hrefs = (editor: Editor) => [...editor.getHTML().matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

it("links what is selected to the address that was typed, https unless it says otherwise, and closes", async () => {
  const editor = anEditor("Loger");
  showToolbar(editor);
  await linkTo("exemple.org/loyers");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect([hrefs(editor), editor.getText()]).toEqual([["https://exemple.org/loyers"], "Loger"]);
  editor.commands.selectAll();
  await linkTo("mailto:lea@exemple.org");
  expect(hrefs(editor)).toEqual(["mailto:lea@exemple.org"]);
});

it.each(["javascript:alert(1)", "ftp://exemple.org", "data:text/html,x"])(
  "refuses to link to %s, says so beside the address, and keeps it",
  async (address) => {
    const editor = anEditor("Loger");
    showToolbar(editor);
    await linkTo(address);
    const field = screen.getByLabelText<HTMLInputElement>("Adresse du lien");
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.map((id) => document.getElementById(id)?.textContent).at(-1)).toMatch(/doit commencer par https/);
    expect([field.getAttribute("aria-invalid"), field.value, hrefs(editor)]).toEqual(["true", address, []]);
  },
);

it("shows the address of a link where the caret is, and takes the whole link away when it is emptied", async () => {
  const editor = anEditor("Loger");
  editor.commands.setLink({ href: "https://exemple.org/" });
  editor.commands.setTextSelection(3);
  showToolbar(editor);
  await press("Lien");
  expect(screen.getByLabelText<HTMLInputElement>("Adresse du lien").value).toBe("https://exemple.org/");
  fireEvent.change(screen.getByLabelText("Adresse du lien"), { target: { value: " " } });
  fireEvent.click(screen.getByRole("button", { name: "Mettre le lien" }));
  expect(editor.getHTML()).toBe("<p>Loger</p>");
});

it("writes the address itself where nothing is selected", async () => {
  const editor = anEditor("");
  showToolbar(editor);
  await linkTo("exemple.org");
  expect([hrefs(editor), editor.getText()]).toEqual([["https://exemple.org"], "https://exemple.org"]);
});

function shared() {
  const doc = new Doc();
  const provider = new WebsocketProvider("ws://127.0.0.1:1", "x", doc, { connect: false });
  return { doc, provider, held: new HeldText(provider), user: { name: "Léa", color: "#123456" } };
}

it("is a text field that readers know by its name and hint, written in or read only as one may", async () => {
  const page = shared();
  const field = (editable: boolean) => (
    <TextEditor
      {...page}
      field="action"
      label="Ce que nous demandons"
      hint="Qui fait quoi."
      lang="fr"
      editable={editable}
    />
  );
  showPage(field(true));
  await act(async () => {});
  const box = screen.getByRole("textbox", { name: "Ce que nous demandons" });
  expect([box.getAttribute("contenteditable"), box.getAttribute("aria-description"), box.lang]).toEqual([
    "true",
    "Qui fait quoi.",
    "fr",
  ]);
  cleanup();
  showPage(field(false));
  await act(async () => {});
  expect(screen.getByRole("textbox").getAttribute("contenteditable")).toBe("false");
});

it("gives the notes of a table their tools and the way to keep a line; who only reads has neither", async () => {
  const kept: string[] = [];
  const page = shared();
  const notes = (editable: boolean, locale: Locale = "fr") => (
    <NotesEditor
      {...page}
      {...{ editable, locale }}
      status={null}
      {...(editable && { onKeepLine: (line) => kept.push(line) })}
    />
  );
  showPage(notes(true));
  await act(async () => {});
  expect(screen.getByRole("toolbar", { name: "Mise en forme" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Liste" }));
  await act(async () => {});
  expect(screen.getByRole("button", { name: "Liste", pressed: true })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Garder cette ligne comme idée" }));
  expect(kept).toEqual([""]);
  cleanup();
  showPage(notes(false, "en"), { locale: "en" });
  await act(async () => {});
  expect(screen.queryByRole("toolbar")).toBeNull();
  expect(screen.getByText("You can read these notes, not write in them.")).toBeTruthy();
});

it.each([
  ["saved", "Enregistré"],
  ["saving", "Enregistrement…"],
  ["offline", /gardé ici et partira/],
  ["read-only", "Lecture seule"],
  ["refused", /n’est plus ouvert à l’écriture/],
] satisfies readonly (readonly [DocumentStatus, string | RegExp])[])(
  "says of a text that is %s so, where it is read out",
  (status, words) => {
    showPage(<SaveStatus status={status} writers={[]} />);
    expect(screen.getByRole("status").textContent).toMatch(words);
  },
);

it("says who else writes, one or several, apart from what is read out at each key", () => {
  showPage(<SaveStatus status="saving" writers={["Karim"]} />);
  expect(screen.getByText("Karim écrit")).toBeTruthy();
  cleanup();
  showPage(<SaveStatus status="saving" writers={["Karim", "Inès"]} />, { locale: "en" });
  expect(screen.getByText("Karim and Inès are writing")).toBeTruthy();
  expect(screen.getByRole("status").textContent).not.toContain("Karim");
});

function Writers({ awareness }: { readonly awareness: Awareness }) {
  return <p>{useWriters(awareness).join(", ") || "nobody"}</p>;
}

it("knows the others who have the text open, each once, without oneself and without those who say no name", () => {
  const awareness = new Awareness(new Doc());
  awareness.setLocalState({ user: { name: "Moi" } });
  showPage(<Writers awareness={awareness} />);
  expect(screen.getByText("nobody")).toBeTruthy();
  const come = (client: number, state: Record<string, unknown> | null) => {
    if (state) awareness.states.set(client, state);
    else awareness.states.delete(client);
    act(() => awareness.emit("change", [{ added: [client], updated: [], removed: [] }, "test"]));
  };
  come(1, { user: { name: "Karim" } });
  come(2, { user: { name: "Inès" } });
  come(3, { user: { name: "Karim" } });
  come(4, { user: { name: "" } });
  come(5, { user: "Mallory" });
  expect(screen.getByText("Karim, Inès")).toBeTruthy();
  come(1, null);
  come(3, null);
  expect(screen.getByText("Inès")).toBeTruthy();
});

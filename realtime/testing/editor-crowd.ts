import { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { notesExtensions, richTextExtensions } from "~/app/components/editor/rich-text-extensions";
import { sharedText } from "~/app/components/editor/shared-text";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { workLimits } from "../protocol/document-messages";
import { integrateUpdate } from "../server/documents/integrate-update";
import { StoredText } from "../server/documents/stored-text";
import { emptyDocument, type GateVerdict, scanned, UpdateGate } from "../server/documents/update-gate";

export type CrowdKind = "notes" | "recommendation";

/** Somebody who types in the screens' own editor, without a screen. */
export interface Writer {
  readonly doc: Doc;
  readonly editor: Editor;
  /** Made here, not sent yet. */
  readonly outbox: Uint8Array[];
  /** Taken by the gate, not heard of here yet. */
  readonly inbox: Uint8Array[];
}

/** One thing that somebody does: who, what, and two places in their text. */
export type Deed = readonly [who: number, what: number, from: number, to: number];

export const deeds = (most: number): fc.Arbitrary<Deed[]> =>
  fc.array(fc.tuple(fc.nat(2), fc.nat(23), fc.nat(1000), fc.nat(1000)), { minLength: 5, maxLength: most });

const pasted = [
  '<ol start="-4" type="weird"><li>un<ol start="99999999999"><li>deux</li></ol></li></ol>',
  '<p><a href="https://ville.example" class="evil" target="top" rel="x" title="y">lien</a> <a href="javascript:x">mal</a></p>',
  `${"<ul><li>".repeat(9)}profond${"</li></ul>".repeat(9)}`,
  "<h1>Titre</h1><h3>Sous-titre</h3><blockquote><p>cité</p></blockquote><table><tr><td>a</td></tr></table>",
  "<p>deux<br>lignes <strong>fortes</strong> <em>et</em> <code>code</code></p>",
];

/** Several real editors on one document, whose updates go through one gate and reach the others late and in batches. */
export class EditorCrowd {
  /** Everything that the gate took. */
  readonly stored: Doc;
  /** The same, as the server holds it. */
  readonly text: StoredText;
  readonly gate: UpdateGate;
  readonly writers: Writer[];
  /** Every update that was sent, as the editors made it. */
  readonly sent: Uint8Array[] = [];
  /** The clients whose editors' updates were refused. */
  readonly refused: number[] = [];

  constructor(readonly kind: CrowdKind) {
    const shape = textShapes[kind];
    this.stored = emptyDocument(shape.fields);
    const draft = emptyDocument(shape.fields);
    this.gate = new UpdateGate({ shape, draft, accepted: () => this.text.accepted() });
    this.text = new StoredText({ fields: shape.fields, sequence: 0, draft: () => this.gate.draft });
    this.writers = [11, 22, 33].map((client) => newWriter(kind, client));
  }

  async do([who, what, from, to]: Deed): Promise<void> {
    const writer = this.writers[who % this.writers.length];
    if (!writer) return;
    if (what >= 20) await this.#travel(writer, what);
    else act(writer.editor, what, [from, to]);
  }

  /** Everybody sends and hears everything, again until nobody has anything to say. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20; round++) {
      for (const writer of this.writers) await this.#send(writer);
      for (const writer of this.writers) hear(writer);
      if (this.writers.every(({ outbox, inbox }) => outbox.length + inbox.length === 0)) return;
    }
    throw new Error("the editors never agree");
  }

  /** As a page that is opened anew, under its old number. */
  reopen(writer: Writer): Writer {
    const fresh = newWriter(this.kind, writer.doc.clientID, encodeStateAsUpdate(this.stored));
    this.writers[this.writers.indexOf(writer)] = fresh;
    close(writer);
    return fresh;
  }

  end(): void {
    for (const writer of this.writers) close(writer);
  }

  /** Holds an update of a writer's connection against the gate, and lets the others hear what it changes. */
  async give(writer: Writer, update: Uint8Array): Promise<GateVerdict> {
    const sender = {
      mayWriteAs: (client: number) => client === writer.doc.clientID,
      stepsLeft: workLimits.personSteps,
    };
    const verdict = this.gate.check(update, sender);
    await this.gate.remaking;
    if (verdict.kind !== "changes") return verdict;
    const read = scanned(verdict.update);
    this.text.takes(verdict.update);
    this.text.stored(read, this.text.sequence + 1);
    integrateUpdate(this.stored, read, { steps: Number.POSITIVE_INFINITY });
    for (const other of this.writers) if (other !== writer) other.inbox.push(verdict.update);
    return verdict;
  }

  async #travel(writer: Writer, what: number): Promise<void> {
    if (what === 20) await this.#send(writer);
    else if (what === 21) hear(writer);
    else if (what === 22) await this.#comeBack(writer);
    else await this.settle();
  }

  async #send(writer: Writer): Promise<void> {
    for (const update of writer.outbox.splice(0)) await this.#giveMade(writer, update);
  }

  /** As after a lost network: all that the server lacks, in one update. */
  async #comeBack(writer: Writer): Promise<void> {
    writer.outbox.splice(0);
    await this.#giveMade(writer, encodeStateAsUpdate(writer.doc, encodeStateVector(this.stored)));
  }

  async #giveMade(writer: Writer, update: Uint8Array): Promise<void> {
    this.sent.push(update);
    const { kind } = await this.give(writer, update);
    if (kind === "refused") this.refused.push(writer.doc.clientID);
  }
}

function newWriter(kind: CrowdKind, client: number, state?: Uint8Array): Writer {
  const doc = new Doc();
  if (state) applyUpdate(doc, state);
  doc.clientID = client;
  const outbox: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "heard") outbox.push(update);
  });
  return { doc, editor: editorOf(kind, doc), outbox, inbox: [] };
}

function close({ editor, doc }: Writer): void {
  editor.destroy();
  doc.destroy();
}

/** The screens' own editor on the first field of a document. */
export function editorOf(kind: CrowdKind, doc: Doc): Editor {
  return new Editor({
    element: document.createElement("div"),
    injectCSS: false,
    extensions: [
      ...(kind === "notes" ? notesExtensions() : richTextExtensions()),
      ...sharedText(doc, textShapes[kind].fields[0] ?? ""),
    ],
  });
}

function hear({ doc, inbox }: Writer): void {
  for (const update of inbox.splice(0)) applyUpdate(doc, update, "heard");
}

function act(editor: Editor, what: number, [from, to]: readonly [number, number]): void {
  const { doc, tr } = editor.state;
  const [start, end] = [from, what % 3 === 0 ? from + (to % 12) : from].map((place) => place % (doc.content.size + 1));
  // Where a caret can be: a browser puts it nowhere else.
  editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(start ?? 0), doc.resolve(end ?? 0))));
  const { commands } = editor;
  const acts: readonly (() => unknown)[] = [
    () => commands.insertContent("mot "),
    () => commands.insertContent("é€"),
    () => commands.splitBlock(),
    () => commands.toggleBold(),
    () => commands.toggleItalic(),
    () => commands.toggleBulletList(),
    () => commands.toggleOrderedList(),
    () => commands.splitListItem("listItem"),
    () => commands.sinkListItem("listItem"),
    () => commands.deleteSelection(),
    () => commands.setHardBreak(),
    () => commands.undo(),
    () => commands.redo(),
    () => commands.liftListItem("listItem"),
    () => commands.joinBackward(),
    () => "toggleHeading" in commands && editor.schema.nodes.heading && commands.toggleHeading({ level: 3 }),
    () => editor.schema.nodes.blockquote && commands.toggleBlockquote(),
    () => editor.schema.marks.link && commands.setLink({ href: "https://ville.example/a" }),
    () => editor.view.pasteHTML(pasted[to % pasted.length] ?? "", new Event("paste") as ClipboardEvent),
    () => commands.insertContent("encore"),
  ];
  acts[what]?.();
}

import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { notesExtensions, richTextExtensions } from "~/app/components/editor/rich-text-extensions";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { type GateVerdict, gateBefore, type UpdateGate } from "../documents/update-gate";
import { workLimits } from "../protocol/document-messages";

export type CrowdKind = "notes" | "recommendation";

/** Somebody who types in the screens' own editor, without a screen. */
interface Writer {
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
  readonly gate: UpdateGate;
  readonly writers: readonly Writer[];
  /** Every update that was sent, as the editors made it. */
  readonly sent: Uint8Array[] = [];
  readonly refused: GateVerdict[] = [];

  constructor(readonly kind: CrowdKind) {
    const shape = textShapes[kind];
    const field = shape.fields[0] ?? "";
    this.gate = gateBefore(encodeStateAsUpdate(new Doc()), shape);
    this.writers = [11, 22, 33].map((client) => newWriter(kind, client, field));
  }

  do([who, what, from, to]: Deed): void {
    const writer = this.writers[who % this.writers.length];
    if (!writer) return;
    if (what >= 20) this.#travel(writer, what);
    else act(writer.editor, what, [from, to]);
  }

  /** Everybody sends and hears everything, again until nobody has anything to say. */
  settle(): void {
    for (let round = 0; round < 20; round++) {
      for (const writer of this.writers) this.#send(writer);
      for (const writer of this.writers) hear(writer);
      if (this.writers.every(({ outbox, inbox }) => outbox.length + inbox.length === 0)) return;
    }
    throw new Error("the editors never agree");
  }

  end(): void {
    for (const { editor, doc } of this.writers) {
      editor.destroy();
      doc.destroy();
    }
  }

  #travel(writer: Writer, what: number): void {
    if (what === 20) this.#send(writer);
    else if (what === 21) hear(writer);
    else if (what === 22) this.#comeBack(writer);
    else this.settle();
  }

  #send(writer: Writer): void {
    for (const update of writer.outbox.splice(0)) this.#give(writer, update);
  }

  /** As after a lost network: all that the server lacks, in one update. */
  #comeBack(writer: Writer): void {
    const server = new Doc();
    applyUpdate(server, this.gate.state());
    writer.outbox.splice(0);
    this.#give(writer, encodeStateAsUpdate(writer.doc, encodeStateVector(server)));
  }

  #give(writer: Writer, update: Uint8Array): void {
    this.sent.push(update);
    const sender = {
      mayWriteAs: (client: number) => client === writer.doc.clientID,
      stepsLeft: workLimits.personSteps,
    };
    const verdict = this.gate.check(update, sender);
    if (verdict.kind === "refused") this.refused.push(verdict);
    if (verdict.kind !== "changes") return;
    for (const other of this.writers) if (other !== writer) other.inbox.push(verdict.update);
  }
}

function newWriter(kind: CrowdKind, client: number, field: string): Writer {
  const doc = new Doc();
  doc.clientID = client;
  const outbox: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "heard") outbox.push(update);
  });
  const editor = new Editor({
    element: document.createElement("div"),
    injectCSS: false,
    extensions: [
      ...(kind === "notes" ? notesExtensions() : richTextExtensions()),
      Collaboration.configure({ document: doc, field }),
    ],
  });
  return { doc, editor, outbox, inbox: [] };
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

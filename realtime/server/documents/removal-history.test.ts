// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import type { PersonId } from "~/app/domain/kernel/ids";
import { editorOf } from "../../testing/editor-crowd";
import { RemovalHistory } from "./removal-history";
import { scanned } from "./update-gate";

const anne = "anne" as PersonId;
const paul = "paul" as PersonId;
const { fields } = textShapes.notes;
const START = Date.UTC(2027, 2, 1, 9);

/** A table that writes in the screens' own editors; `wait` lets time pass. */
class Table {
  readonly history = new RemovalHistory(fields);
  readonly log: Made[] = [];
  readonly #doc = new Doc();
  readonly #editors = new Map<PersonId, { editor: ReturnType<typeof editorOf>; doc: Doc }>();
  #nowMs = START;

  of(personId: PersonId) {
    const known = this.#editors.get(personId);
    if (known) return known.editor;
    const doc = new Doc();
    applyUpdate(doc, encodeStateAsUpdate(this.#doc), "heard");
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "heard") this.take(update, personId);
    });
    const made = { editor: editorOf("notes", doc), doc };
    this.#editors.set(personId, made);
    return made.editor;
  }

  take(update: Uint8Array, personId: PersonId): void {
    const made = { update, personId, atMs: this.#nowMs };
    this.log.push(made);
    applyUpdate(this.#doc, update, "heard");
    for (const { doc } of this.#editors.values()) applyUpdate(doc, update, "heard");
    this.history.take(logged(this.log.length, made));
  }

  wait(seconds: number): void {
    this.#nowMs += seconds * 1000;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Written by Anne, some minutes ago. */
  written(html: string): void {
    this.of(anne).commands.setContent(html);
    this.wait(600);
  }

  /** The history as somebody finds it who reads the log later. */
  readAgain(): RemovalHistory {
    const history = new RemovalHistory(fields);
    for (const [at, made] of this.log.entries()) history.take(logged(at + 1, made));
    return history;
  }

  html(): string {
    return this.of(anne).getHTML();
  }

  close(): void {
    for (const { editor } of this.#editors.values()) editor.destroy();
  }
}

interface Made {
  readonly update: Uint8Array;
  readonly personId: PersonId;
  readonly atMs: number;
}

const logged = (sequence: number, { update, personId, atMs }: Made) => ({
  ...scanned(update),
  sequence,
  personId,
  at: new Date(atMs),
});

const tables: Table[] = [];
function aTable(html: string): Table {
  const table = new Table();
  tables.push(table);
  table.written(html);
  return table;
}
afterEach(() => {
  for (const table of tables.splice(0)) table.close();
});

const gone = (table: Table) => table.history.list().filter(({ back }) => back === null);
const lines = (table: Table) => gone(table).map((removal) => removal.lines);

/** From the beginning of a text to its end, as the editor counts places. */
function select(table: Table, personId: PersonId, words: string): void {
  const editor = table.of(personId);
  const places: number[] = [];
  editor.state.doc.descendants((node, at) => {
    const inside = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (inside >= 0) places.push(at + inside);
  });
  const [from = 0] = places;
  editor.commands.setTextSelection({ from, to: from + words.length });
}

/** y-tiptap keeps an erasure to itself while it is the first thing that is done on a page: a letter comes before. */
function eraseAll(table: Table, personId: PersonId): void {
  const editor = table.of(personId);
  editor.commands.insertContentAt(1, "!");
  editor.chain().selectAll().deleteSelection().run();
}

function putBack(table: Table, personId: PersonId): void {
  const [removal] = gone(table);
  const update = removal && table.history.putBack(removal.removalId);
  if (!update) throw new Error("nothing to put back");
  table.take(update, personId);
}

const threeLines =
  "<p>Plus de bancs à l'ombre</p><p>Des fontaines au <strong>marché</strong></p><p>Un marché le soir</p>";
const list =
  "<p>Ce que nous voulons</p><ul><li><p>Plus de bancs à l'ombre</p></li><li><p>Des fontaines au marché</p></li></ul>";

describe("a larger part of a table's notes that somebody takes out", () => {
  test("is known with who took it out and when, and comes back where it stood, as it looked; what was written meanwhile stays", () => {
    const table = aTable(threeLines);
    eraseAll(table, paul);
    expect(gone(table)).toEqual([
      {
        removalId: expect.any(Number),
        personId: paul,
        atMs: table.nowMs,
        lines: ["Plus de bancs à l'ombre", "Des fontaines au marché", "Un marché le soir"],
        back: null,
      },
    ]);
    table.wait(30);
    table.of(anne).commands.insertContentAt(table.of(anne).state.doc.content.size, "<p>Écrit entre-temps</p>");
    table.wait(30);
    putBack(table, anne);
    const [first, ...others] = threeLines.split(/(?<=<\/p>)/);
    expect(table.html()).toBe([first, "<p>Écrit entre-temps</p>", ...others].join(""));
    expect(table.history.list()).toMatchObject([{ personId: paul, back: { personId: anne, atMs: table.nowMs } }]);
  });

  test("is put back only once", () => {
    const table = aTable(threeLines);
    eraseAll(table, paul);
    const [{ removalId } = { removalId: 0 }] = gone(table);
    putBack(table, anne);
    expect(table.history.putBack(removalId)).toBeNull();
  });

  test("is the same for whoever reads the log again", () => {
    const table = aTable(list);
    select(table, paul, "Des fontaines au marché");
    table.of(paul).commands.deleteSelection();
    table.wait(60);
    eraseAll(table, paul);
    table.wait(60);
    putBack(table, anne);
    expect(table.readAgain().list()).toEqual(table.history.list());
    expect(table.history.list()).toHaveLength(2);
  });

  test("is a line of a list too, and comes back into the list, between its neighbours", () => {
    const table = aTable(`${list.slice(0, -5)}<li><p>Un marché le soir</p></li></ul>`);
    const before = table.html();
    const editor = table.of(paul);
    select(table, paul, "Des fontaines au marché");
    editor.commands.deleteNode("listItem");
    expect(lines(table)).toEqual([["Des fontaines au marché"]]);
    table.wait(20);
    putBack(table, anne);
    expect(table.html()).toBe(before);
  });

  test("is what is held down with the backspace key, letter by letter, and comes back as one", () => {
    const table = aTable(threeLines);
    const editor = table.of(paul);
    editor.commands.focus("end");
    for (let key = 0; key < 42; key += 1) {
      const { from } = editor.state.selection;
      if (!editor.commands.joinBackward()) editor.commands.deleteRange({ from: from - 1, to: from });
      table.wait(0.03);
    }
    expect(lines(table)).toEqual([["Des fontaines au marché", "Un marché le soir"]]);
    putBack(table, anne);
    expect(table.html()).toBe(threeLines);
  });

  test("is the part of three lines from the middle of the first to the middle of the last, and no more", () => {
    const table = aTable(threeLines);
    const { doc } = table.of(paul).state;
    table.of(paul).commands.deleteRange({ from: 9, to: doc.content.size - 8 });
    expect(lines(table)).toEqual([["bancs à l'ombre", "Des fontaines au marché", "Un marché"]]);
    putBack(table, anne);
    for (const words of ["bancs à l'ombre", "marché", "Un marché"]) expect(table.html()).toContain(words);
    expect(table.html().match(/le soir/g)).toHaveLength(1);
  });

  test("is known after others' words stand in its place, and is put back between them", () => {
    const table = aTable(threeLines);
    select(table, paul, "Des fontaines au ");
    table.of(paul).commands.deleteNode("paragraph");
    table.wait(20);
    table.of(anne).commands.insertContentAt(0, "<p>Tout en haut</p>");
    table.wait(20);
    putBack(table, anne);
    expect(table.html()).toBe(`<p>Tout en haut</p>${threeLines}`);
  });
});

describe("nothing is said", () => {
  test("when a line is split, two are joined, or lines become a list: the words are there", () => {
    const table = aTable(threeLines);
    const editor = table.of(paul);
    editor.commands.setTextSelection(6);
    editor.commands.splitBlock();
    table.wait(20);
    editor.commands.setTextSelection(8);
    editor.commands.joinBackward();
    table.wait(20);
    editor.chain().selectAll().toggleBulletList().run();
    table.wait(20);
    editor.chain().selectAll().toggleBulletList().run();
    expect(table.history.list()).toEqual([]);
  });

  test("when somebody corrects a word, or words what they wrote themselves a moment ago anew", () => {
    const table = aTable(threeLines);
    select(table, paul, "ombre");
    table.of(paul).commands.insertContent("abri");
    table.wait(20);
    table.of(paul).commands.insertContentAt(0, "<p>Une phrase bien trop longue pour ce qu'elle dit</p>");
    table.wait(60);
    select(table, paul, "Une phrase bien trop longue pour ce qu'elle dit");
    table.of(paul).commands.deleteSelection();
    expect(table.history.list()).toEqual([]);
  });

  test("when what was cut is pasted elsewhere at once; later it counts as brought back", () => {
    const table = aTable(threeLines);
    for (const pause of [2, 20]) {
      select(table, paul, "Un marché le soir");
      table.of(paul).commands.deleteSelection();
      table.wait(pause);
      table.of(paul).commands.insertContentAt(0, "<p>Un marché le soir</p>");
      expect(gone(table)).toEqual([]);
      table.wait(600);
    }
    expect(table.history.list()).toMatchObject([{ back: { personId: paul } }]);
  });

  test("when it was undone", () => {
    const table = aTable(threeLines);
    eraseAll(table, paul);
    table.wait(90);
    table.of(paul).commands.undo();
    expect(gone(table)).toEqual([]);
    expect(table.html()).toBe(threeLines);
  });
});

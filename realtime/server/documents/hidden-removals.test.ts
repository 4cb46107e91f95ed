import { describe, expect, test } from "vitest";
import { applyUpdate, Doc, XmlElement, type XmlFragment, XmlText } from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import type { PersonId } from "~/app/domain/kernel/ids";
import { LIST_STEPS, LOOK_STEPS, RemovalHistory } from "./removal-history";
import { scanned } from "./update-gate";

const anne = "anne" as PersonId;
const paul = "paul" as PersonId;
const { fields } = textShapes.notes;
const [FIELD = ""] = fields;
const START = Date.UTC(2027, 2, 1, 9);
const WORDS = "La table demande un moratoire sur les loyers.";
const OTHERS = "Et un registre des charges, tenu par la ville.";

/** People who write notes past every editor; `wait` lets time pass. */
class Table {
  readonly history = new RemovalHistory(fields);
  readonly #log: Parameters<RemovalHistory["take"]>[0][] = [];
  readonly #pages = new Map<PersonId, Doc>();
  #nowMs = START;

  wait(seconds: number): void {
    this.#nowMs += seconds * 1000;
  }

  /** All of a deed is one update. */
  do(personId: PersonId, deed: (notes: XmlFragment) => void): void {
    const page = this.#page(personId);
    page.transact(() => deed(page.getXmlFragment(FIELD)));
  }

  add(personId: PersonId, ...lines: readonly string[]): void {
    this.do(personId, (notes) => notes.insert(notes.length, lines.map(paragraph)));
  }

  /** Of lines that read the same the last. */
  erase(personId: PersonId, line: string): void {
    this.do(personId, (notes) => notes.delete(this.lines().lastIndexOf(line), 1));
  }

  putBack(personId: PersonId, removalId: number): void {
    const update = this.history.putBack(removalId);
    if (update) this.#take(update, personId);
  }

  lines(): string[] {
    const [page] = this.#pages.values();
    return page ? page.getXmlFragment(FIELD).toArray().map(textOf) : [];
  }

  readAgain(): RemovalHistory {
    const history = new RemovalHistory(fields);
    for (const update of this.#log) history.take(update);
    return history;
  }

  #page(personId: PersonId): Doc {
    const known = this.#pages.get(personId);
    if (known) return known;
    const page = new Doc();
    for (const { update } of this.#log) applyUpdate(page, update, "heard");
    page.on("update", (update: Uint8Array, origin: unknown) => origin !== "heard" && this.#take(update, personId));
    this.#pages.set(personId, page);
    return page;
  }

  #take(update: Uint8Array, personId: PersonId): void {
    for (const page of this.#pages.values()) applyUpdate(page, update, "heard");
    const made = { ...scanned(update), sequence: this.#log.length + 1, personId, at: new Date(this.#nowMs) };
    this.#log.push(made);
    this.history.take(made);
  }
}

function paragraph(words: string): XmlElement {
  const block = new XmlElement("paragraph");
  block.insert(0, [new XmlText(words)]);
  return block;
}

const textOf = (block: unknown): string =>
  block instanceof XmlElement
    ? block
        .toArray()
        .map((line) => String(line))
        .join("")
    : "";

function lineIn(notes: XmlFragment, at: number): XmlText {
  const block = notes.get(at);
  const line = block instanceof XmlElement ? block.get(0) : null;
  if (!(line instanceof XmlText)) throw new Error("no line");
  return line;
}

/** Anne wrote these lines some minutes ago. */
function aTable(...lines: readonly string[]): Table {
  const table = new Table();
  table.add(anne, ...lines);
  table.wait(600);
  return table;
}

const gone = (table: Table) => table.history.list().filter(({ back }) => back === null);

describe("what somebody takes out stays known", () => {
  test("though they write it anew, and take out their own copy after", () => {
    const table = aTable(WORDS, OTHERS);
    table.erase(paul, WORDS);
    table.wait(30);
    table.add(paul, WORDS);
    expect(table.history.list()).toMatchObject([{ personId: paul, back: { personId: paul } }]);
    table.wait(7);
    table.erase(paul, WORDS);
    expect(gone(table).map(({ lines }) => lines)).toContainEqual([WORDS]);
    table.wait(60);
    expect(gone(table).map(({ lines }) => lines)).toContainEqual([WORDS]);
  });

  test("though they moved it before, and take out the copy: whole, or with other words around it", () => {
    for (const copy of [WORDS, `Note : ${WORDS} Fin.`]) {
      const table = aTable(WORDS, OTHERS);
      table.do(paul, (notes) => {
        notes.insert(2, [paragraph(copy)]);
        notes.delete(0, 1);
      });
      expect(table.history.list()).toEqual([]);
      table.wait(7);
      table.erase(paul, copy);
      expect(gone(table)).toMatchObject([{ personId: paul, lines: [copy] }]);
      table.wait(60);
      table.putBack(anne, gone(table)[0]?.removalId ?? 0);
      expect(table.lines()).toContain(copy);
    }
  });

  test("though they move it from copy to copy, until nobody else's letter is left", () => {
    const table = aTable(WORDS, OTHERS);
    for (let times = 0; times < 3; times += 1) {
      table.do(paul, (notes) => {
        notes.insert(notes.length, [paragraph(WORDS)]);
        notes.delete(table.lines().indexOf(WORDS), 1);
      });
      table.wait(10);
    }
    table.erase(paul, WORDS);
    expect(gone(table)).toMatchObject([{ personId: paul, lines: [WORDS] }]);
  });

  test("with who took it out the second time, though somebody else had before and it was one's own copy", () => {
    const table = aTable(WORDS, OTHERS);
    table.erase(anne, WORDS);
    table.wait(30);
    table.add(paul, WORDS);
    table.wait(7);
    table.erase(paul, WORDS);
    expect(gone(table).map(({ personId, lines }) => ({ personId, lines }))).toEqual([
      { personId: anne, lines: [WORDS] },
      { personId: paul, lines: [WORDS] },
    ]);
    table.putBack(anne, gone(table)[0]?.removalId ?? 0);
    expect(gone(table)).toEqual([]);
  });

  test("though it went two letters at a time, and each two stand elsewhere in the text, also in what they wrote with it", () => {
    const line = `${WORDS} ${OTHERS}`;
    const pairs = line.match(/../g)?.reverse() ?? [];
    const table = aTable(line, pairs.join(" "));
    table.do(paul, (notes) => {
      notes.insert(2, [paragraph(pairs.join("-"))]);
      for (let at = 87; at >= 0; at -= 3) lineIn(notes, 0).delete(at, 2);
    });
    table.wait(30);
    expect(gone(table)).toMatchObject([{ personId: paul }]);
    table.putBack(anne, gone(table)[0]?.removalId ?? 0);
    expect(table.lines()).toContain(line);
    expect(gone(table)).toEqual([]);
  });

  test("as it was, for whoever reads the log again, though it was asked for at every moment meanwhile", () => {
    const table = aTable(WORDS, OTHERS);
    const deeds = [
      () => table.erase(paul, WORDS),
      () => table.putBack(anne, gone(table)[0]?.removalId ?? 0),
      () => table.erase(paul, WORDS),
      () => table.add(paul, WORDS),
      () => table.erase(paul, WORDS),
    ];
    for (const seconds of [2, 7]) {
      for (const deed of deeds) {
        deed();
        table.history.list();
        table.wait(seconds);
      }
    }
    expect(table.history.list().length).toBeGreaterThan(2);
    expect(table.readAgain().list()).toEqual(table.history.list());
  });
});

describe("looking for where something was moved", () => {
  const RUNS = 2_000;
  /** Many short runs go, while the same person brings in megabytes that hold nearly each of them. */
  function attacked(): Table {
    const table = aTable("QQx".repeat(RUNS));
    for (let times = 0; times < 2; times += 1) table.add(paul, "Qa".repeat(425_000));
    for (const from of [0, RUNS / 2]) {
      table.do(paul, (notes) => {
        const line = lineIn(notes, 0);
        for (let run = from + RUNS / 2 - 1; run >= from; run -= 1) line.delete(from + (run - from) * 3, 2);
      });
    }
    return table;
  }

  test("takes no more steps than were allowed, whatever is sent; beyond them it is taken out", () => {
    const table = attacked();
    const taken = table.history.steps;
    expect(taken).toBeLessThanOrEqual(LOOK_STEPS);
    expect(gone(table)).toMatchObject([{ personId: paul }]);
    expect(table.history.steps - taken).toBeLessThanOrEqual(LOOK_STEPS + LIST_STEPS);
    const again = table.readAgain();
    expect(again.steps).toBeLessThanOrEqual(LOOK_STEPS);
    expect(again.list()).toEqual(table.history.list());
  });

  test("happens once for each short while in which somebody deletes, when the log is read, and not for each update", () => {
    const table = aTable(...Array.from({ length: 300 }, (_, at) => `${at} ${OTHERS}`));
    for (let at = 0; at < 300; at += 1) {
      table.do(paul, (notes) => {
        notes.delete(0, 1);
        notes.insert(notes.length, [paragraph(`${at} ${OTHERS}`)]);
      });
      table.wait(0.1);
    }
    expect(table.readAgain().steps).toBeLessThanOrEqual(LOOK_STEPS);
    expect(table.history.list()).toEqual([]);
  });
});

import { ContentFormat, ContentString, ContentType, type Doc, type Item, XmlElement, XmlText } from "yjs";
import type { LostWords } from "~/app/domain/deliberation/taken-out";
import type { ClockRanges } from "./clock-ranges";

/** A run of words with the marks that they had. */
export interface Run {
  readonly text: string;
  readonly marks: Readonly<Record<string, unknown>>;
}

/** Words that are gone from one line, where they began in the document, and how they looked. */
export interface LostPart extends LostWords {
  readonly client: number;
  readonly clock: number;
  readonly runs: readonly Run[];
}

/** What somebody did within a short while: what they deleted, and what they brought in then or shortly before. */
export interface Doing {
  readonly deleted: ClockRanges;
  readonly brought: ClockRanges;
}

interface Letter {
  readonly text: string;
  readonly client: number;
  readonly clock: number;
  readonly marks: Readonly<Record<string, unknown>>;
}

/** One line (a run of text in a block): what is gone of it, what is new in it, and whether something of it stayed. */
interface LineChange {
  readonly gone: readonly (readonly Letter[])[];
  readonly brought: readonly string[];
  readonly stayed: boolean;
}

/** What is left of a part that stands elsewhere now, at least so many letters long, belongs to what was moved. */
const LEAST_MOVED = 3;
/** Nobody moves one line in more pieces than this. */
const MOST_CUTS = 20;

/**
 * The words that somebody's doing took out of a document which forgets nothing (`gc: false`), in their order. What they brought in again
 * elsewhere was moved, not taken out: editors make a list, split a line and join two by deleting words and writing them anew.
 */
export function lostWords(doc: Doc, fields: readonly string[], doing: Doing): LostPart[] {
  const lines = fields.flatMap((field) => [...linesIn(doc.getXmlFragment(field))].map((line) => changeOf(line, doing)));
  const brought = lines.flatMap((line) => line.brought);
  return lines.flatMap(({ gone, stayed }) => {
    const left = gone.map((letters) => withoutMoved(letters, brought)).filter((letters) => letters.length > 0);
    const isWholeLine = !stayed && left.length === gone.length;
    return left.flatMap((letters): LostPart[] => {
      const [first] = letters;
      const text = wordsOf(letters);
      return first && text.trim() !== ""
        ? [{ text: text.trim(), isWholeLine, client: first.client, clock: first.clock, runs: runsOf(letters) }]
        : [];
    });
  });
}

/** The text of a document as it stands, line by line. */
export function standingText(doc: Doc, fields: readonly string[]): string {
  return fields
    .flatMap((field) => [...linesIn(doc.getXmlFragment(field))])
    .map((line) =>
      [...itemsOf(line)]
        .flatMap(({ deleted, content }) => (!deleted && content instanceof ContentString ? content.str : []))
        .join(""),
    )
    .join("\n");
}

/** A line, a block or a field of a document, as the list of its items. */
type List = Pick<XmlText, "_start">;

function* itemsOf(type: List): Iterable<Item> {
  for (let item = type._start; item; item = item.right) yield item;
}

/** Every line, those that are gone too. */
function* linesIn(type: List): Iterable<XmlText> {
  for (const { content } of itemsOf(type)) {
    if (!(content instanceof ContentType)) continue;
    if (content.type instanceof XmlText) yield content.type;
    else if (content.type instanceof XmlElement) yield* linesIn(content.type);
  }
}

function changeOf(line: XmlText, { deleted, brought }: Doing): LineChange {
  const gone: Letter[][] = [[]];
  const fresh: string[] = [""];
  let stayed = false;
  let marks: Readonly<Record<string, unknown>> = {};
  for (const item of itemsOf(line)) {
    const { client, clock } = item.id;
    if (item.content instanceof ContentFormat) marks = markedBy(marks, item, deleted);
    if (!(item.content instanceof ContentString)) continue;
    const mayBeNew = brought.knows(client);
    if (item.deleted && !deleted.knows(client)) continue;
    for (let at = 0; at < item.length; at += 1) {
      const text = item.content.str[at] ?? "";
      const isNew = mayBeNew && brought.has(client, clock + at);
      if (!item.deleted && !isNew) {
        stayed = stayed || text.trim() !== "";
        gone.push([]);
        fresh.push("");
      } else if (!item.deleted) fresh.push((fresh.pop() ?? "") + text);
      else if (!isNew && deleted.has(client, clock + at)) gone.at(-1)?.push({ text, client, clock: clock + at, marks });
    }
  }
  const something = (text: string): boolean => text.trim() !== "";
  return { gone: gone.filter((letters) => something(wordsOf(letters))), brought: fresh.filter(something), stayed };
}

function markedBy(marks: Letter["marks"], { deleted, content, id }: Item, removed: ClockRanges): Letter["marks"] {
  if (!(content instanceof ContentFormat) || (deleted && !removed.has(id.client, id.clock))) return marks;
  const { [content.key]: _, ...others } = marks;
  return content.value === null ? others : { ...others, [content.key]: content.value };
}

/** What is gone for good of a run of letters: all of it, less what stands elsewhere at its beginning or its end. */
function withoutMoved(letters: readonly Letter[], brought: readonly string[]): readonly Letter[] {
  const pieces = brought.map((one) => one.trim()).filter(({ length }) => length >= LEAST_MOVED);
  let left = letters;
  for (let cuts = 0; cuts < MOST_CUTS; cuts += 1) {
    const text = wordsOf(left);
    if (brought.some((one) => one.includes(text.trim()))) return [];
    const piece = pieces.find((one) => text.startsWith(one) || text.endsWith(one));
    if (piece === undefined) break;
    left = text.startsWith(piece) ? left.slice(piece.length) : left.slice(0, -piece.length);
  }
  return left;
}

const wordsOf = (letters: readonly Letter[]): string => letters.map(({ text }) => text).join("");

function runsOf(letters: readonly Letter[]): Run[] {
  const runs: { text: string; marks: Letter["marks"] }[] = [];
  for (const { text, marks } of letters) {
    const last = runs.at(-1);
    if (last?.marks === marks) last.text += text;
    else runs.push({ text, marks });
  }
  return runs;
}

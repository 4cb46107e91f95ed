import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { type Doc, getItem, getState, type ID, type RelativePosition, type XmlFragment } from "yjs";

/** What an editor's tie knows of its text. */
interface Tied {
  readonly doc: Doc;
  readonly type: XmlFragment;
  readonly mapping: Parameters<typeof absolutePositionToRelativePosition>[2];
}

/** One end of a selection: where it is, and the letters on both sides of it as the text knows them. */
interface End {
  readonly at: number;
  readonly beside: readonly ID[];
}

/** A selection before the text changed. */
export interface Noted {
  readonly page: Node;
  readonly ends: readonly [anchor: End, head: End];
}

/** Notes a selection of text; null where there is none, or it is on no letter. */
export function noteSelection({ state }: EditorView): Noted | null {
  const { doc: page, selection } = state;
  const { binding }: { binding: Tied } = ySyncPluginKey.getState(state);
  if (!(selection instanceof TextSelection)) return null;
  const end = (at: number): End => ({ at, beside: lettersBeside(page, at, binding) });
  return { page, ends: [end(selection.anchor), end(selection.head)] };
}

function lettersBeside(page: Node, at: number, { type, mapping }: Tied): readonly ID[] {
  const $at = page.resolve(at);
  const places = [...($at.parentOffset > 0 ? [at - 1] : []), ...($at.nodeAfter ? [at] : [])];
  return places
    .map((place): RelativePosition => absolutePositionToRelativePosition(place, type, mapping))
    .map(({ item }) => item)
    .filter((item) => item !== null);
}

/**
 * Splitting or joining a line, or putting it into a list, takes its letters out of the text and writes them anew: whoever had the caret
 * among them would be left where they were. When nothing but the lines has changed around the caret, it goes along.
 */
export function followLetters(view: EditorView, { page, ends }: Noted): void {
  const { state } = view;
  const { binding }: { binding: Tied } = ySyncPluginKey.getState(state);
  const [before, after] = [lettersOf(page), lettersOf(state.doc)];
  const shown = state.selection;
  const placeOf = ({ at, beside }: End): number | null =>
    beside.some((letter) => isTakenOut(letter, binding.doc)) ? followed({ before, after }, at) : null;
  const anchor = placeOf(ends[0]) ?? shown.anchor;
  const head = placeOf(ends[1]) ?? shown.head;
  if (anchor === shown.anchor && head === shown.head) return;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)).setMeta("addToHistory", false));
}

function isTakenOut(letter: ID, { store }: Doc): boolean {
  return store.clients.has(letter.client) && getState(store, letter.client) > letter.clock
    ? getItem(store, letter).deleted
    : false;
}

interface Letters {
  /** All letters of a page, as if it had no lines. */
  readonly text: string;
  /** The lines: their place on the page, and that of their first letter among all. */
  readonly lines: readonly { readonly from: number; readonly first: number; readonly length: number }[];
}

function lettersOf(page: Node): Letters {
  let text = "";
  const lines: { from: number; first: number; length: number }[] = [];
  page.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const words = node.textBetween(0, node.content.size, undefined, "\ufffc");
    lines.push({ from: at + 1, first: text.length, length: words.length });
    text += words;
    return false;
  });
  return { text, lines };
}

/** Where a place before is after, when the letters on one of its sides are all as they were; null when that cannot be told. */
function followed({ before, after }: Readonly<Record<"before" | "after", Letters>>, at: number): number | null {
  const line = before.lines.find(({ from, length }) => at >= from && at <= from + length);
  if (!line) return null;
  const letter = line.first + at - line.from;
  const place = shifted(before.text, after.text, letter);
  if (place === null) return null;
  // It stays with the letter that was written last: the one before it, if there is one in its line.
  const found = after.lines.find(({ first, length }) =>
    at > line.from ? place > first && place <= first + length : place >= first && place < first + length,
  );
  return found ? found.from + place - found.first : null;
}

function shifted(before: string, after: string, place: number): number | null {
  const shared = Math.min(before.length, after.length);
  let same = 0;
  while (same < shared && before[same] === after[same]) same += 1;
  if (place <= same) return place;
  let sameEnd = 0;
  while (sameEnd < shared - same && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd += 1;
  return before.length - place <= sameEnd ? after.length - (before.length - place) : null;
}

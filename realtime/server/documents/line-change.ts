import { ContentFormat, ContentString, type Item, type XmlText } from "yjs";
import type { ClockRanges } from "./clock-ranges";
import { itemsOf } from "./lines-of-text";

/** Letters that one client wrote one after the other, with the marks that they have. */
export interface Letters {
  readonly text: string;
  readonly client: number;
  readonly clock: number;
  readonly marks: Readonly<Record<string, unknown>>;
}

/** Letters of a line with nothing between them that was there before and is there still. */
export type Run = readonly Letters[];

/** What somebody did within a short while. */
export interface Doing {
  readonly deleted: ClockRanges;
  /** What they brought in then or shortly before. */
  readonly brought: ClockRanges;
  /** Of what anybody brought in: what stands for others' words, because these were taken out elsewhere. */
  readonly kept: ClockRanges;
}

/** One line (a run of text in a block). */
export interface LineChange {
  /** What is gone of it. */
  readonly gone: readonly Run[];
  /** The same, of what they had brought in themselves. */
  readonly ownGone: readonly Run[];
  /** What is new in it. */
  readonly brought: readonly Run[];
  /** Whether something of it stayed. */
  readonly stayed: boolean;
}

export const wordsOf = (run: Run): string => run.map(({ text }) => text).join("");

export function changeOf(line: XmlText, doing: Doing): LineChange {
  const runs: Record<keyof Omit<LineChange, "stayed">, Letters[][]> = { gone: [[]], ownGone: [[]], brought: [[]] };
  let stayed = false;
  let marks: Letters["marks"] = {};
  for (const item of itemsOf(line)) {
    if (item.content instanceof ContentFormat) marks = markedBy(marks, item, doing.deleted);
    if (!(item.content instanceof ContentString)) continue;
    for (const { letters, kind } of sharesOf(item, item.content.str, doing)) {
      if (kind !== "stayed") {
        runs[kind].at(-1)?.push({ ...letters, marks });
        continue;
      }
      stayed = stayed || letters.text.trim() !== "";
      for (const list of Object.values(runs)) if (list.at(-1)?.length) list.push([]);
    }
  }
  const something = (list: Run[]): Run[] => list.filter((run) => run.some(({ text }) => text.trim() !== ""));
  return {
    gone: something(runs.gone),
    ownGone: something(runs.ownGone),
    brought: something(runs.brought),
    stayed,
  };
}

interface LettersShare {
  readonly letters: Omit<Letters, "marks">;
  readonly kind: "gone" | "ownGone" | "brought" | "stayed";
}

/** Nothing of what was deleted by others, or at another time. */
function* sharesOf(item: Item, str: string, { deleted, brought, kept }: Doing): Iterable<LettersShare> {
  const { client, clock } = item.id;
  const cut = (from: number, to: number) => ({ text: str.slice(from - clock, to - clock), client, clock: from });
  const considered = item.deleted ? deleted : brought;
  for (const { from, to, isIn } of considered.shares(client, clock, clock + item.length)) {
    if (!item.deleted) yield { letters: cut(from, to), kind: isIn ? "brought" : "stayed" };
    else if (isIn) {
      for (const own of brought.shares(client, from, to)) {
        if (!own.isIn) yield { letters: cut(own.from, own.to), kind: "gone" };
        else {
          for (const one of kept.shares(client, own.from, own.to)) {
            yield { letters: cut(one.from, one.to), kind: one.isIn ? "gone" : "ownGone" };
          }
        }
      }
    }
  }
}

function markedBy(marks: Letters["marks"], { deleted, content, id }: Item, removed: ClockRanges): Letters["marks"] {
  if (!(content instanceof ContentFormat) || (deleted && !removed.has(id.client, id.clock))) return marks;
  const { [content.key]: _, ...others } = marks;
  return content.value === null ? others : { ...others, [content.key]: content.value };
}

import type { Doc } from "yjs";
import { LEAST_DELETED, type LostWords } from "~/app/domain/deliberation/taken-out";
import { ClockRanges } from "./clock-ranges";
import { changeOf, type Doing, type Letters, type Run, wordsOf } from "./line-change";
import { linesOf } from "./lines-of-text";
import { MovedWords } from "./moved-words";
import type { StepBudget } from "./step-budget";

/** Words with the marks that they had. */
export type MarkedWords = Pick<Letters, "text" | "marks">;

/** Words that are gone from one line, where they began in the document, and how they looked. */
export interface LostPart extends LostWords {
  readonly client: number;
  readonly clock: number;
  readonly runs: readonly MarkedWords[];
}

export interface Lost {
  readonly parts: readonly LostPart[];
  /** What they brought in that stands for others' words now. */
  readonly moved: ClockRanges;
}

/** Words that were taken out before, by anybody: to bring them in again makes them nobody's own wording. */
export interface KnownWords {
  readonly texts: readonly string[];
  /** Of all of them. */
  readonly letters: number;
}

export interface Question {
  readonly doing: Doing;
  readonly known: readonly KnownWords[];
  readonly budget: StepBudget;
}

/**
 * The words that somebody's doing took out of a document which forgets nothing (`gc: false`), in their order. What they brought in again
 * elsewhere was moved, not taken out: editors make a list, split a line and join two by deleting words and writing them anew. What they
 * brought in themselves is theirs to word anew, but for what stands for others' words. In doubt, and beyond the budget, it is taken out.
 */
export function lostWords(doc: Doc, fields: readonly string[], { doing, known, budget }: Question): Lost {
  const lines = linesOf(doc, fields, [doing.deleted, doing.brought]).map((line) => changeOf(line, doing));
  budget.count(lines.reduce((sum, { gone, brought }) => sum + gone.length + brought.length, 0));
  const words = new MovedWords(
    lines.flatMap(({ brought }) => brought),
    budget,
  );
  const parts = lines.flatMap(({ gone, ownGone, stayed }) => {
    const others = [...gone, ...ownGone.filter((run) => isKnown(wordsOf(run).trim(), known, budget))];
    const left = others.map((run) => words.without(run)).filter(({ length }) => length > 0);
    return left.flatMap((run) => partOf(run, !stayed && left.length === others.length));
  });
  const moved = new ClockRanges();
  if (words.lettersMoved >= LEAST_DELETED) {
    for (const { client, clock, text } of [...words.found].flat()) moved.add(client, clock, clock + text.length);
  }
  return { parts, moved };
}

/** Whether words were taken out before, or hold such words; in doubt they were. */
function isKnown(text: string, known: readonly KnownWords[], budget: StepBudget): boolean {
  if (text.length < LEAST_DELETED || known.length === 0) return false;
  const steps = known.reduce((sum, { texts, letters }) => sum + letters + texts.length * text.length, 0);
  if (!budget.allows(steps)) return true;
  return known
    .flatMap(({ texts }) => texts)
    .some((one) => one.includes(text) || (one.length >= LEAST_DELETED && text.includes(one)));
}

function partOf(run: Run, isWholeLine: boolean): LostPart[] {
  const [first] = run;
  const text = wordsOf(run).trim();
  if (!first || text === "") return [];
  return [{ text, isWholeLine, client: first.client, clock: first.clock, runs: markedWords(run) }];
}

function markedWords(run: Run): MarkedWords[] {
  const words: { text: string; marks: Letters["marks"] }[] = [];
  for (const { text, marks } of run) {
    const last = words.at(-1);
    if (last?.marks === marks) last.text += text;
    else words.push({ text, marks });
  }
  return words;
}

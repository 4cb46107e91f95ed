import { Doc, encodeStateAsUpdate, type Transaction } from "yjs";
import {
  isLargePart,
  LEAST_DELETED,
  REMOVAL_LONGEST_MS,
  REMOVAL_PAUSE_MS,
  type TakenOut,
  WORDING_MS,
} from "~/app/domain/deliberation/taken-out";
import type { PersonId } from "~/app/domain/kernel/ids";
import { Bringers } from "./bringers";
import { ClockRanges } from "./clock-ranges";
import { integrateUpdate, type ScannedUpdate } from "./integrate-update";
import { type KnownWords, type Lost, type LostPart, lostWords } from "./lost-words";
import { putBackUpdate } from "./put-back-update";
import { StandingWords } from "./standing-words";
import { StepBudget } from "./step-budget";

/** An update as the log has it. */
export interface LoggedUpdate extends ScannedUpdate {
  readonly sequence: number;
  readonly personId: PersonId;
  readonly at: Date;
}

/** What one person deletes within a short while. */
interface Stretch {
  readonly removalId: number;
  readonly personId: PersonId;
  readonly fromMs: number;
  untilMs: number;
  readonly deleted: ClockRanges;
  letters: number;
  /** Whether it took out a larger part so far; null until it is asked. */
  isLarge: boolean | null;
}

interface Brought {
  readonly personId: PersonId;
  readonly atMs: number;
  readonly ranges: readonly (readonly [client: number, from: number, to: number])[];
}

interface Removal extends Omit<TakenOut, "lines" | "back"> {
  readonly parts: readonly LostPart[];
  readonly words: KnownWords;
}

/** Of a text: those before are not offered any more. */
const MOST_REMOVALS = 100;
/** What was brought in long ago is forgotten so many updates at a time. */
const FORGOTTEN_AT_ONCE = 500;
/** Letters that are looked at to find where something was moved to: some milliseconds. What is beyond is taken out. */
export const LOOK_STEPS = 300_000;
/** The same, to find what stands in the text again; the newest is looked for first. What is beyond is not back. */
export const LIST_STEPS = 2_000_000;

/**
 * The larger parts that people took out of a text, made of nothing but its log: whoever reads the log again finds the same. It keeps a
 * document that forgets nothing, so that what is gone can be shown, and put back where it stood.
 */
export class RemovalHistory {
  readonly #doc = new Doc({ gc: false });
  readonly #bringers = new Bringers();
  readonly #stretches = new Map<PersonId, Stretch>();
  readonly #removals = new Map<number, Removal>();
  /** Copies of what was moved: they stand for others' words. */
  readonly #kept = new ClockRanges();
  #brought: Brought[] = [];
  #steps = 0;

  constructor(private readonly fields: readonly string[]) {
    for (const field of fields) this.#doc.getXmlFragment(field);
  }

  /** Letters that were looked at so far. */
  get steps(): number {
    return this.#steps;
  }

  /** The next update of the log. Answers whether there is something else to `list`: soon, when nothing else waits. */
  take({ update, outline, sequence, personId, at }: LoggedUpdate): boolean {
    const atMs = at.getTime();
    const inserted = [...outline.clients.values()].reduce((sum, { from, to }) => sum + to - from, 0);
    this.#endStretches({ personId, atMs, inserted });
    const { deleted, brought, letters } = this.#integrate({ update, outline });
    this.#brought.push({ personId, atMs, ranges: brought });
    for (const [client, from] of brought) this.#bringers.add(client, from, { personId, atMs });
    const known = this.#stretches.get(personId);
    // What one brings in may be what one has just cut.
    if (known) known.isLarge = null;
    const mayBeBack = this.#removals.size > 0 && (inserted >= LEAST_DELETED || letters > 0);
    if (letters === 0) return mayBeBack || (known !== undefined && known.letters >= LEAST_DELETED);
    const stretch = known ?? newStretch({ sequence, personId, atMs });
    this.#stretches.set(personId, stretch);
    for (const [client, from, to] of deleted) stretch.deleted.add(client, from, to);
    stretch.letters += letters;
    stretch.untilMs = atMs;
    stretch.isLarge = null;
    return mayBeBack || stretch.letters >= LEAST_DELETED;
  }

  /** The newest last. Each is back while its words stand in the text. */
  list(): TakenOut[] {
    const budget = new StepBudget(LIST_STEPS);
    const standing = new StandingWords(this.#doc, this.fields, budget);
    const removals = this.#all().sort((one, other) => other.removalId - one.removalId);
    const list = removals.map(({ parts, words, ...removal }) => {
      const place = standing.find(parts);
      const bringer = place && this.#bringers.of(place);
      const back = bringer && { ...bringer, atMs: Math.max(bringer.atMs, removal.atMs) };
      return { ...removal, lines: words.texts, back };
    });
    this.#steps += budget.spent;
    return list.reverse();
  }

  has(removalId: number): boolean {
    return this.#find(removalId) !== undefined;
  }

  /** The update that puts a part back where it stood; null where it is back, or there is none. */
  putBack(removalId: number): Uint8Array | null {
    const removal = this.#find(removalId);
    if (!removal) return null;
    const budget = new StepBudget(LIST_STEPS);
    const isBack = new StandingWords(this.#doc, this.fields, budget).find(removal.parts) !== null;
    this.#steps += budget.spent;
    return isBack ? null : putBackUpdate(encodeStateAsUpdate(this.#doc), this.fields, removal.parts);
  }

  #find(removalId: number): Removal | undefined {
    return this.#all().find((removal) => removal.removalId === removalId);
  }

  #all(): Removal[] {
    const underWay = [...this.#stretches.values()].flatMap((stretch) => {
      const lost = this.#lostIn(stretch);
      return (lost && removalOf(stretch, lost)) ?? [];
    });
    return [...this.#removals.values(), ...underWay];
  }

  #integrate(scanned: ScannedUpdate) {
    const deleted: [number, number, number][] = [];
    const brought: [number, number, number][] = [];
    // Before Yjs merges or tidies anything.
    const hear = ({ deleteSet, beforeState, afterState }: Transaction): void => {
      for (const [client, ranges] of deleteSet.clients) {
        for (const { clock, len } of ranges) deleted.push([client, clock, clock + len]);
      }
      for (const [client, to] of afterState) {
        const from = beforeState.get(client) ?? 0;
        if (to > from) brought.push([client, from, to]);
      }
    };
    this.#doc.once("afterTransaction", hear);
    integrateUpdate(this.#doc, scanned, { steps: Number.POSITIVE_INFINITY });
    this.#doc.off("afterTransaction", hear);
    return { deleted, brought, letters: deleted.reduce((sum, [, from, to]) => sum + to - from, 0) };
  }

  /** What ends is decided for good: by the log alone, whenever it is read. */
  #endStretches({ personId, atMs, inserted }: { personId: PersonId; atMs: number; inserted: number }): void {
    for (const stretch of this.#stretches.values()) {
      const isOver = atMs - stretch.untilMs > REMOVAL_PAUSE_MS || atMs - stretch.fromMs > REMOVAL_LONGEST_MS;
      // Somebody else may put it back now: it is another stretch that takes it out once more.
      const isAnswered = inserted >= LEAST_DELETED && stretch.personId !== personId && this.#isLarge(stretch);
      if (isOver || isAnswered) this.#end(stretch);
    }
    const least = Math.min(atMs, ...[...this.#stretches.values()].map(({ fromMs }) => fromMs)) - WORDING_MS;
    const first = this.#brought.findIndex((one) => one.atMs >= least);
    if (first < 0) this.#brought = [];
    else if (first > FORGOTTEN_AT_ONCE) this.#brought = this.#brought.slice(first);
  }

  #end(stretch: Stretch): void {
    this.#stretches.delete(stretch.personId);
    const lost = this.#lostIn(stretch);
    for (const [client, from, to] of lost?.moved ?? []) this.#kept.add(client, from, to);
    const removal = lost && removalOf(stretch, lost);
    if (!removal) return;
    this.#removals.set(removal.removalId, removal);
    const [oldest] = this.#removals.keys();
    if (oldest !== undefined && this.#removals.size > MOST_REMOVALS) this.#removals.delete(oldest);
  }

  #isLarge(stretch: Stretch): boolean {
    stretch.isLarge ??= isLargePart(this.#lostIn(stretch)?.parts ?? []);
    return stretch.isLarge;
  }

  #lostIn({ personId, fromMs, deleted, letters }: Stretch): Lost | null {
    if (letters < LEAST_DELETED) return null;
    const brought = new ClockRanges();
    for (const one of this.#brought) {
      if (one.personId !== personId || one.atMs < fromMs - WORDING_MS) continue;
      for (const [client, from, to] of one.ranges) brought.add(client, from, to);
    }
    const known = [...this.#removals.values()].map(({ words }) => words);
    const budget = new StepBudget(LOOK_STEPS);
    const doing = { deleted, brought, kept: this.#kept };
    const lost = lostWords(this.#doc, this.fields, { doing, known, budget });
    this.#steps += budget.spent;
    return lost;
  }
}

function removalOf({ removalId, personId, untilMs }: Stretch, { parts }: Lost): Removal | null {
  if (!isLargePart(parts)) return null;
  const texts = parts.map(({ text }) => text);
  const words = { texts, letters: texts.reduce((sum, { length }) => sum + length, 0) };
  return { removalId, personId, atMs: untilMs, parts, words };
}

function newStretch({ sequence, personId, atMs }: { sequence: number; personId: PersonId; atMs: number }): Stretch {
  const times = { fromMs: atMs, untilMs: atMs };
  return { removalId: sequence, personId, ...times, deleted: new ClockRanges(), letters: 0, isLarge: null };
}

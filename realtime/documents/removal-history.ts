import { Doc, encodeStateAsUpdate, type Transaction } from "yjs";
import {
  isLargePart,
  LEAST_DELETED,
  REMOVAL_LONGEST_MS,
  REMOVAL_PAUSE_MS,
  standsIn,
  type TakenOut,
  WORDING_MS,
} from "~/app/domain/deliberation/taken-out";
import type { PersonId } from "~/app/domain/kernel/ids";
import { ClockRanges } from "./clock-ranges";
import { integrateUpdate, type ScannedUpdate } from "./integrate-update";
import { type LostPart, lostWords, standingText } from "./lost-words";
import { putBackUpdate } from "./put-back-update";

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
  /** Deletions since it was last looked at. */
  unseen: boolean;
}

interface Brought {
  readonly personId: PersonId;
  readonly atMs: number;
  readonly ranges: readonly (readonly [client: number, from: number, to: number])[];
}

interface Removal extends Omit<TakenOut, "lines"> {
  readonly parts: readonly LostPart[];
}

/** Of a text: those before are not offered any more. */
const MOST_REMOVALS = 100;
/** What was brought in long ago is forgotten so many updates at a time. */
const FORGOTTEN_AT_ONCE = 500;

/**
 * The larger parts that people took out of a text, made of nothing but its log: whoever reads the log again finds the same. It keeps a
 * document that forgets nothing, so that what is gone can be shown, and put back where it stood.
 */
export class RemovalHistory {
  readonly #doc = new Doc({ gc: false });
  readonly #stretches = new Map<PersonId, Stretch>();
  readonly #removals = new Map<number, Removal>();
  #brought: Brought[] = [];

  constructor(private readonly fields: readonly string[]) {
    for (const field of fields) this.#doc.getXmlFragment(field);
  }

  /** The next update of the log. Answers whether something is to be looked at: call `look` soon, when nothing else waits. */
  take({ update, outline, sequence, personId, at }: LoggedUpdate): boolean {
    const atMs = at.getTime();
    this.#endStretches(atMs);
    const { deleted, brought, letters } = this.#integrate({ update, outline });
    this.#brought.push({ personId, atMs, ranges: brought });
    const inserted = brought.reduce((sum, [, from, to]) => sum + to - from, 0);
    const known = this.#stretches.get(personId);
    // What one brings in may be what one has just cut.
    if (known) known.unseen = true;
    const isBack = inserted >= LEAST_DELETED && this.#findBack(personId, atMs);
    if (letters === 0) return isBack || (known !== undefined && known.letters >= LEAST_DELETED);
    const stretch = this.#stretches.get(personId) ?? newStretch({ sequence, personId, atMs });
    this.#stretches.set(personId, stretch);
    for (const [client, from, to] of deleted) stretch.deleted.add(client, from, to);
    stretch.letters += letters;
    stretch.untilMs = atMs;
    stretch.unseen = true;
    return isBack || stretch.letters >= LEAST_DELETED;
  }

  /** Looks at what was deleted lately. */
  look(): void {
    for (const stretch of this.#stretches.values()) this.#lookAt(stretch);
  }

  /** The newest last. */
  list(): TakenOut[] {
    this.look();
    return [...this.#removals.values()]
      .sort((one, other) => one.removalId - other.removalId)
      .map(({ parts, ...removal }) => ({ ...removal, lines: parts.map(({ text }) => text) }));
  }

  has(removalId: number): boolean {
    return this.#removals.has(removalId);
  }

  /** The update that puts a part back where it stood; null where it is back, or there is none. */
  putBack(removalId: number): Uint8Array | null {
    this.look();
    const removal = this.#removals.get(removalId);
    return removal && !removal.back ? putBackUpdate(encodeStateAsUpdate(this.#doc), this.fields, removal.parts) : null;
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

  #endStretches(nowMs: number): void {
    for (const stretch of this.#stretches.values()) {
      if (nowMs - stretch.untilMs <= REMOVAL_PAUSE_MS && nowMs - stretch.fromMs <= REMOVAL_LONGEST_MS) continue;
      this.#lookAt(stretch);
      this.#stretches.delete(stretch.personId);
    }
    const least = Math.min(nowMs, ...[...this.#stretches.values()].map(({ fromMs }) => fromMs)) - WORDING_MS;
    const first = this.#brought.findIndex(({ atMs }) => atMs >= least);
    if (first < 0) this.#brought = [];
    else if (first > FORGOTTEN_AT_ONCE) this.#brought = this.#brought.slice(first);
  }

  #lookAt(stretch: Stretch): void {
    const { removalId, personId, fromMs, untilMs, deleted, letters } = stretch;
    if (!stretch.unseen || letters < LEAST_DELETED) return;
    stretch.unseen = false;
    const brought = new ClockRanges();
    for (const one of this.#brought) {
      if (one.personId !== personId || one.atMs < fromMs - WORDING_MS) continue;
      for (const [client, from, to] of one.ranges) brought.add(client, from, to);
    }
    const parts = lostWords(this.#doc, this.fields, { deleted, brought });
    if (isLargePart(parts)) this.#removals.set(removalId, { removalId, personId, atMs: untilMs, parts, back: null });
    else this.#removals.delete(removalId);
    const [oldest] = this.#removals.keys();
    if (oldest !== undefined && this.#removals.size > MOST_REMOVALS) this.#removals.delete(oldest);
  }

  /** Whether something stands in the text again since somebody's update. It is not the same stretch that takes it out once more. */
  #findBack(personId: PersonId, atMs: number): boolean {
    this.look();
    const gone = [...this.#removals.values()].filter(({ back }) => back === null);
    if (gone.length === 0) return false;
    const text = standingText(this.#doc, this.fields);
    const again = gone.filter(({ parts }) =>
      standsIn(
        text,
        parts.map((part) => part.text),
      ),
    );
    for (const removal of again) {
      this.#removals.set(removal.removalId, { ...removal, back: { personId, atMs } });
      if (this.#stretches.get(removal.personId)?.removalId === removal.removalId)
        this.#stretches.delete(removal.personId);
    }
    return again.length > 0;
  }
}

function newStretch({ sequence, personId, atMs }: { sequence: number; personId: PersonId; atMs: number }): Stretch {
  const times = { fromMs: atMs, untilMs: atMs };
  return { removalId: sequence, personId, ...times, deleted: new ClockRanges(), letters: 0, unseen: false };
}

import { textShapes } from "~/app/domain/drafting/text-shape";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { App } from "~/server/context";
import type { DocumentName } from "~/server/documents/live-documents";
import type { StoredUpdate } from "~/server/documents/update-store";
import { workLimits } from "../../protocol/document-messages";
import { AwarenessRelay } from "./awareness-relay";
import type { ClientNumbers } from "./client-numbers";
import { awarenessFrame, type Told } from "./document-frames";
import type { ScannedUpdate } from "./integrate-update";
import type { Occupant, Teller, Writer } from "./occupant";
import { RemovalHistory } from "./removal-history";
import { RemovalWatch } from "./removal-watch";
import { type Replayed, replayLog } from "./replay-log";
import { StoredText } from "./stored-text";
import type { UpdateExaminer } from "./update-examiner";
import { type GateVerdict, isSmall, readUpdate, scanned, UpdateGate } from "./update-gate";
import type { UpdateLog } from "./update-log";
import { Witnesses } from "./witnesses";

/** Pages of one person in one text. */
const MOST_PAGES = 12;
const CARETS_EVERY_MS = 80;

export interface Loaded {
  readonly updates: readonly StoredUpdate[];
  readonly lockedAtSequence: number | null;
}

/** Of the texts that a page tells again, as many are looked at before others' work goes on. */
const TOLD_AT_ONCE = 32;

export interface RoomPorts {
  readonly log: UpdateLog;
  readonly examiner: UpdateExaminer;
  readonly app: Pick<App, "clock" | "log" | "secrets" | "stores">;
}

interface Opened {
  readonly name: DocumentName;
  readonly numbers: ClientNumbers;
  readonly ports: RoomPorts;
}

/** One open document: with what is being stored (the gate's draft, a Y.Doc), and as it is stored (`text`, bytes beside the draft). */
export class Room {
  readonly text: StoredText;
  readonly name: DocumentName;
  readonly numbers: ClientNumbers;
  readonly awareness: AwarenessRelay;
  readonly occupants = new Set<Occupant>();
  /** What people took out; of a table's notes only. */
  readonly removals: RemovalWatch | null;
  readonly #witnesses: Witnesses;
  readonly #ports: RoomPorts;
  readonly #gate: UpdateGate;
  /** What each person's updates have cost. */
  readonly #steps: Map<PersonId, number>;
  #settled: Promise<unknown> = Promise.resolve();
  /** Being examined, or waiting for it. */
  readonly #later = new Set<Promise<unknown>>();
  #locked: boolean;
  #telling: NodeJS.Timeout | undefined;
  #held = false;
  #broken = false;

  /** Reads the document from its log. `UpdateRefused`: it was written before updates were counted, and is too dear to open. */
  static async open({ updates, lockedAtSequence }: Loaded, opened: Opened): Promise<Room> {
    const { fields } = textShapes[opened.name.kind];
    const history = historyOf(opened.name.kind);
    const replayed = await replayLog(updates, fields, history);
    opened.numbers.learn(replayed.owners);
    return new Room(opened, { ...replayed, history }, lockedAtSequence !== null);
  }

  private constructor(
    { name, numbers, ports }: Opened,
    { doc, history, sequence, steps }: Replayed & { readonly history: RemovalHistory | null },
    locked: boolean,
  ) {
    this.name = name;
    this.awareness = new AwarenessRelay(textShapes[name.kind].fields);
    this.numbers = numbers;
    this.#ports = ports;
    this.#witnesses = new Witnesses(name.documentId, ports.app.secrets);
    this.removals = history && new RemovalWatch(history, this.occupants, ports.app);
    this.#steps = new Map(steps);
    this.#locked = locked;
    const shape = textShapes[name.kind];
    this.#gate = new UpdateGate({ shape, draft: doc, accepted: () => this.text.accepted() });
    this.text = new StoredText({ fields: shape.fields, sequence, draft: () => this.#gate.draft });
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** A lock is being tried: nothing is taken, and nobody is told that anything is stored. */
  get held(): boolean {
    return this.#held;
  }

  /** The store failed: this room is given up, and the next to come loads what was stored. */
  get broken(): boolean {
    return this.#broken;
  }

  /**
   * Checks an update and has it stored; passes it on when it is. A small one is taken at once; a large one is tried in a worker before
   * (D13), and each waits while a spoilt draft is made anew. Then the answer is a promise, which rejects in a room that is given up: what
   * comes after something that could not be stored may build on it.
   */
  receive(update: Uint8Array, writer: Writer): GateVerdict | Promise<GateVerdict> {
    if (this.#locked || this.#held) return { kind: "nothing" };
    const read = readUpdate(update);
    if (typeof read === "string") return { kind: "refused", reason: read };
    if (isSmall(read) && !this.#gate.remaking && !this.#broken) return this.#take(read, writer);
    return this.#waitFor(this.#receiveLater(read, writer));
  }

  #waitFor<T>(work: Promise<T>): Promise<T> {
    const over: Promise<unknown> = work.catch(() => {}).finally(() => this.#later.delete(over));
    this.#later.add(over);
    return work;
  }

  /**
   * Takes back what this server told once and has lost since, from whoever heard it, under the names of those who wrote it (D19). What it
   * never told is left aside.
   */
  heal(told: readonly Told[], from: Teller): Promise<void> {
    return this.#waitFor(this.#heal(told, from));
  }

  async #heal(told: readonly Told[], { personId: by, mayTellLarge }: Teller): Promise<void> {
    for (const [at, one] of told.entries()) {
      if (at % TOLD_AT_ONCE === TOLD_AT_ONCE - 1) await new Promise((soon) => setImmediate(soon));
      const read = readUpdate(one.update);
      if (typeof read === "string" || (!isSmall(read) && !mayTellLarge())) continue;
      const known = this.#witnesses.verified(read, one.proof);
      if (!known) continue;
      while (this.#gate.remaking) await this.#gate.remaking;
      if (this.#locked || this.#held || this.#broken) return;
      this.numbers.learn(known.owners);
      const parts = this.#gate.restore(known, (client) => known.owners.get(client) ?? by);
      for (const { owner, update } of parts) this.#settled = this.#store(update, owner ?? by);
    }
  }

  /** What proves that this text was told; null where it cannot be said whose it is. */
  proofOf(update: Uint8Array): Uint8Array | null {
    return this.#witnesses.of(scanned(update), this.numbers);
  }

  async #receiveLater(read: ScannedUpdate, writer: Writer): Promise<GateVerdict> {
    while (this.#gate.remaking) await this.#gate.remaking;
    if (!isSmall(read)) {
      const stepsLeft = this.#stepsLeft(writer.personId);
      const state = this.#gate.state();
      const { update } = read;
      const reason = await this.#ports.examiner.examine({ kind: this.name.kind, state, update, stepsLeft });
      if (reason) return { kind: "refused", reason };
      while (this.#gate.remaking) await this.#gate.remaking;
    }
    if (this.#broken) throw notStored();
    return this.#locked || this.#held || !writer.mayStill() ? { kind: "nothing" } : this.#take(read, writer);
  }

  #take(read: ScannedUpdate, writer: Writer): GateVerdict {
    const { personId, client } = writer;
    const verdict = this.#gate.checkRead(read, {
      mayWriteAs: (number) => (client === null || number === client) && this.numbers.isOf(number, personId),
      stepsLeft: this.#stepsLeft(personId),
    });
    if (verdict.kind !== "changes") return verdict;
    this.#steps.set(personId, (this.#steps.get(personId) ?? 0) + verdict.steps + workLimits.updateItself);
    this.#settled = this.#store(verdict.update, personId);
    return verdict;
  }

  #stepsLeft(personId: PersonId): number {
    return workLimits.personSteps - (this.#steps.get(personId) ?? 0);
  }

  /** Everything taken so far is stored and passed on; rejects when it could not be. */
  async settled(): Promise<void> {
    await this.#settled;
    if (this.#broken) throw notStored();
  }

  /** The same, of what is still being examined too. */
  async drained(): Promise<void> {
    while (this.#later.size > 0) await Promise.all(this.#later);
    await this.settled();
  }

  /** From now on no update is taken, until it is known whether the text is locked. Pages are not told: they would give up what was typed. */
  hold(): void {
    this.#held = true;
  }

  /** It is not. What pages have sent meanwhile was dropped: they are to come back with it. */
  release(): void {
    this.#held = false;
    if (!this.#locked) for (const occupant of this.occupants) occupant.failed();
  }

  /** Whether no update is taken any more; everybody is told. */
  setLocked(locked: boolean): void {
    this.#held = false;
    this.#locked = locked;
    for (const occupant of this.occupants) occupant.lockChanged();
  }

  /**
   * Carets and names, to everyone, the sender included: hearing itself is how a browser knows that the connection lives. Together, a few
   * times a second: else what all send to all grows with the square of a group.
   */
  tellCarets(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      const news = this.awareness.news();
      const frame = news && awarenessFrame(news);
      if (frame) for (const occupant of this.occupants) occupant.aware(frame);
    }, CARETS_EVERY_MS);
    this.#telling.unref();
  }

  /** Somebody more; of one person's pages the oldest goes when they are too many: its network may be dead without our knowing. */
  welcome(occupant: Occupant): void {
    const own = [...this.occupants].filter(({ personId }) => personId === occupant.personId);
    if (own.length >= MOST_PAGES) own[0]?.failed();
    this.occupants.add(occupant);
    this.removals?.welcome(occupant);
  }

  async #store(update: Uint8Array, personId: PersonId): Promise<void> {
    this.text.takes(update);
    const { log, app } = this.#ports;
    try {
      const read = scanned(update);
      for (const number of read.outline.clients.keys()) this.numbers.claim(number, personId);
      const row = { documentId: this.name.documentId, update, personId, at: app.clock.now() };
      const sequence = await log.append(row);
      this.text.stored(read, sequence);
      this.removals?.take({ ...row, ...read, sequence });
      const proof = this.#witnesses.of(read, this.numbers);
      for (const occupant of this.occupants) occupant.changed(update, proof);
    } catch (error) {
      this.#break(error);
    }
  }

  #break(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    const message = error instanceof Error ? error.name : "unknown";
    this.#ports.app.log.error({ documentId: this.name.documentId, error: message }, "an update could not be stored");
    for (const occupant of this.occupants) occupant.failed();
  }
}

const notStored = (): Error => new Error("an update could not be stored");

/** What is taken out of recommendations is in their revisions. */
export const historyOf = (kind: DocumentName["kind"]): RemovalHistory | null =>
  kind === "notes" ? new RemovalHistory(textShapes.notes.fields) : null;

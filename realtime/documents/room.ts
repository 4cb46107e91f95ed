import { applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates } from "yjs";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { StoredUpdate } from "~/server/commands/live/store-updates";
import type { App } from "~/server/context";
import type { DocumentName } from "~/server/jobs/live-documents";
import { AwarenessRelay } from "./awareness-relay";
import { scanUpdate } from "./scan-update";
import { type GateVerdict, UpdateGate } from "./update-gate";
import type { UpdateLog } from "./update-log";

/** Somebody who has the document open. */
export interface Occupant {
  /** An update was stored and applied. */
  changed(update: Uint8Array): void;
  /** The right to write may have changed. */
  lockChanged(): void;
  /** An update of this room could not be stored. */
  failed(): void;
}

export interface Loaded {
  readonly updates: readonly StoredUpdate[];
  readonly lockedAtSequence: number | null;
}

/** Who sends an update: `client` is the number that its new text must bear; null where the server itself writes for somebody. */
export interface Writer {
  readonly occupant: Occupant | null;
  readonly personId: PersonId;
  readonly client: number | null;
}

/** One open document: as it is stored (`doc`), and with what is being stored (the gate's draft). */
export class Room {
  readonly doc = new Doc();
  readonly awareness = new AwarenessRelay();
  readonly occupants = new Set<Occupant>();
  readonly #gate: UpdateGate;
  /** Accepted and being stored, oldest first. */
  readonly #underWay: Uint8Array[] = [];
  readonly #clientOwners = new Map<number, PersonId>();
  #settled: Promise<unknown> = Promise.resolve();
  #sequence = 0;
  #locked: boolean;
  #broken = false;

  constructor(
    readonly name: DocumentName,
    loaded: Loaded,
    private readonly ports: { readonly log: UpdateLog; readonly app: Pick<App, "clock" | "log"> },
  ) {
    this.#locked = loaded.lockedAtSequence !== null;
    this.doc.transact(() => {
      for (const { sequence, update, personId } of loaded.updates) {
        applyUpdate(this.doc, update);
        this.#own(update, personId);
        this.#sequence = sequence;
      }
    });
    this.#gate = new UpdateGate(() => mergeUpdates([encodeStateAsUpdate(this.doc), ...this.#underWay]));
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** The store failed: this room is given up, and the next to come loads what was stored. */
  get broken(): boolean {
    return this.#broken;
  }

  /** The sequence of the last update in `doc`. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Checks an update and has it stored; passes it on when it is. */
  receive(update: Uint8Array, writer: Writer): GateVerdict {
    const { personId, client } = writer;
    const verdict = this.#gate.check(
      update,
      (number) => (client === null || number === client) && (this.#clientOwners.get(number) ?? personId) === personId,
    );
    if (verdict.kind === "changes") this.#settled = this.#store(verdict.update, writer);
    return verdict;
  }

  /** Everything received so far is stored and passed on; rejects when it could not be. */
  async settled(): Promise<void> {
    await this.#settled;
    if (this.#broken) throw new Error("an update could not be stored");
  }

  /** From now on no update is taken. */
  setLocked(locked: boolean): void {
    this.#locked = locked;
    for (const occupant of this.occupants) occupant.lockChanged();
  }

  async #store(update: Uint8Array, { occupant, personId }: Writer): Promise<void> {
    this.#underWay.push(update);
    this.#own(update, personId);
    const { log, app } = this.ports;
    try {
      const row = { documentId: this.name.documentId, update, personId, at: app.clock.now() };
      this.#sequence = await log.append(row);
      this.#underWay.shift();
      applyUpdate(this.doc, update);
      for (const other of this.occupants) if (other !== occupant) other.changed(update);
    } catch (error) {
      this.#break(error);
    }
  }

  #break(error: unknown): void {
    if (this.#broken) return;
    this.#broken = true;
    const message = error instanceof Error ? error.name : "unknown";
    this.ports.app.log.error({ documentId: this.name.documentId, error: message }, "an update could not be stored");
    for (const occupant of this.occupants) occupant.failed();
  }

  #own(update: Uint8Array, personId: PersonId): void {
    for (const client of scanUpdate(update)?.clients.keys() ?? []) {
      if (!this.#clientOwners.has(client)) this.#clientOwners.set(client, personId);
    }
  }
}

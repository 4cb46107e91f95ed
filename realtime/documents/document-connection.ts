import { encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import type { DocumentAccess } from "~/server/queries/live/document-access";
import { type DocumentCloseReason, documentClosed } from "../protocol/close-codes";
import { documentLimits } from "../protocol/document-messages";
import {
  awarenessFrame,
  barrierFrame,
  catchUpFrame,
  type DocumentFrame,
  haveFrame,
  readFrame,
  rightsFrame,
  updateFrame,
} from "./document-frames";
import type { Occupant, Room } from "./room";
import type { Rooms } from "./rooms";

/** Where the frames go, and how the connection ends: a WebSocket, as far as we use it. */
export interface Wire {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
}

/** Somebody allowed in, with what they may do. */
export interface Admitted {
  readonly access: DocumentAccess;
  readonly personId: PersonId;
  readonly name: string;
}

export interface ConnectionOptions {
  readonly documentId: DocumentId;
  /** The browser's client number in Yjs. */
  readonly client: number;
  readonly wire: Wire;
  readonly rooms: Rooms;
  /** Asked at the start, and again whenever rights may have changed. */
  admit(): Promise<Result<Admitted>>;
}

/** One browser with one document open. Frames that come before it is admitted wait (U3). */
export class DocumentConnection implements Occupant {
  #early: Uint8Array[] | null = [];
  #room: Room | null = null;
  #admitted: Admitted | null = null;
  /** The reason for reading only; undefined until told. */
  #told: string | null | undefined = undefined;
  /** It was sent the document, and hears of every change since. */
  #hears = false;
  /** It has sent what we lacked: what it sends from now on builds on what we have. */
  #caughtUp = false;
  #heldBarrier: number | null = null;
  #closed = false;

  constructor(private readonly options: ConnectionOptions) {}

  get personId(): PersonId | null {
    return this.#admitted?.personId ?? null;
  }

  get streams(): readonly string[] {
    return this.#admitted?.access.streams ?? [];
  }

  async open(): Promise<void> {
    const admitted = await this.options.admit();
    if (!admitted.ok) return this.#refuse(admitted.refusal);
    const room = await this.options.rooms.enter(admitted.value.access.document);
    if (this.#closed) return this.options.rooms.leave(room);
    this.#admitted = admitted.value;
    this.#room = room;
    room.occupants.add(this);
    this.#tellRights();
    const others = room.awareness.everyone();
    if (others) this.#send(awarenessFrame(others));
    const early = this.#early ?? [];
    this.#early = null;
    for (const bytes of early) this.receive(bytes);
  }

  receive(bytes: Uint8Array): void {
    if (this.#closed) return;
    if (this.#early) {
      const waiting = this.#early.reduce((sum, { length }) => sum + length, bytes.length);
      if (waiting > documentLimits.frameBytes) this.close("tooLarge");
      else this.#early.push(bytes);
      return;
    }
    const frame = readFrame(bytes);
    if (!frame) this.close("malformed");
    else if (this.#room) this.#handle(frame, this.#room);
  }

  /** Rights may have changed: asks again, and tells the browser or closes. */
  async recheck(): Promise<void> {
    if (!this.#room || this.#closed) return;
    const admitted = await this.options.admit();
    if (this.#closed) return;
    if (!admitted.ok) return this.#refuse(admitted.refusal);
    this.#admitted = admitted.value;
    this.#tellRights();
  }

  changed(update: Uint8Array): void {
    if (this.#hears) this.#send(updateFrame(update));
  }

  lockChanged(): void {
    if (this.#room?.locked) this.#tellRights();
    else void this.recheck().catch(() => this.close("notStored"));
  }

  failed(): void {
    this.close("notStored");
  }

  close(reason: DocumentCloseReason, detail: string = reason): void {
    this.options.wire.close(documentClosed[reason], detail);
    this.ended();
  }

  /** The wire is gone. */
  ended(): void {
    if (this.#closed) return;
    this.#closed = true;
    const room = this.#room;
    if (!room) return;
    room.occupants.delete(this);
    this.#pass(room.awareness.leave(this.options.client), room);
    void this.options.rooms.leave(room);
  }

  #handle(frame: DocumentFrame, room: Room): void {
    switch (frame.kind) {
      case "have":
        this.#catchUp(frame.stateVector, room);
        return;
      case "catch-up":
        if (!this.#mayWrite()) return;
        this.#take(frame.update, room);
        this.#caughtUp = true;
        if (this.#heldBarrier !== null) this.#answer(this.#heldBarrier, room);
        this.#heldBarrier = null;
        return;
      case "update":
        // Before the catch-up it may build on what we lack, and the catch-up holds it too.
        if (this.#mayWrite() && this.#caughtUp) this.#take(frame.update, room);
        return;
      case "barrier":
        if (!this.#mayWrite()) return;
        if (this.#caughtUp) this.#answer(frame.token, room);
        else this.#heldBarrier = frame.token;
        return;
      case "awareness":
        this.#pass(room.awareness.receive(frame.update, this.options.client, this.#admitted?.name ?? ""), room);
        return;
      case "query-awareness": {
        const everyone = room.awareness.everyone();
        if (everyone) this.#send(awarenessFrame(everyone));
        return;
      }
    }
  }

  #catchUp(stateVector: Uint8Array, room: Room): void {
    try {
      this.#send(catchUpFrame(encodeStateAsUpdate(room.doc, stateVector)));
      this.#hears = true;
    } catch {
      this.close("malformed");
    }
  }

  #take(update: Uint8Array, room: Room): void {
    if (this.#closed || !this.#admitted) return;
    const { personId } = this.#admitted;
    const verdict = room.receive(update, { occupant: this, personId, client: this.options.client });
    if (verdict.kind === "refused") this.close(verdict.reason);
  }

  #answer(token: number, room: Room): void {
    room.settled().then(
      () => this.#send(barrierFrame(token)),
      () => {},
    );
  }

  #mayWrite(): boolean {
    return this.#told === null;
  }

  #tellRights(): void {
    const write = this.#admitted?.access.write;
    if (!write || !this.#room) return;
    const reason = !write.ok ? write.refusal.code : this.#room.locked ? "document-locked" : null;
    if (reason === this.#told) return;
    this.#told = reason;
    this.#caughtUp = false;
    this.#heldBarrier = null;
    this.#send(rightsFrame(reason));
    if (reason === null) this.#send(haveFrame(encodeStateVector(this.#room.doc)));
  }

  #refuse({ code }: Refusal): void {
    const unknown = code === "document-unknown" || code === "assembly-unknown";
    this.close(code === "sign-in-needed" ? "signInNeeded" : unknown ? "unknown" : "notPermitted", code);
  }

  /** To everyone, the sender included: hearing itself is how a browser knows that the connection lives. */
  #pass(awareness: Uint8Array | null, room: Room): void {
    if (!awareness) return;
    const frame = awarenessFrame(awareness);
    for (const occupant of room.occupants) if (occupant instanceof DocumentConnection) occupant.#send(frame);
  }

  #send(frame: Uint8Array): void {
    if (!this.#closed) this.options.wire.send(frame);
  }
}

import { encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import { type DocumentCloseReason, documentClosed } from "../protocol/close-codes";
import { documentLimits } from "../protocol/document-messages";
import { Backlog } from "./backlog";
import { type Admitted, type ConnectionOptions, reasonFor, SLOWER_MS } from "./connection-options";
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
import { enterRoom } from "./enter-room";
import type { Occupant, Room } from "./room";
import type { GateVerdict } from "./update-gate";

/** One browser with one document open. Frames that come before it is admitted wait (U3). */
export class DocumentConnection implements Occupant {
  #early: Uint8Array[] | null = [];
  #room: Room | null = null;
  #admitted: Admitted | null = null;
  /** Something changed that may concern it, while it was not known yet whose it is. */
  #doubted = false;
  #rechecks = 0;
  /** The reason for reading only; undefined until told. */
  #told: string | null | undefined = undefined;
  /** It was sent the document, and hears of every change since. */
  #hears = false;
  /** It has sent what we lacked: what it sends from now on builds on what we have. */
  #caughtUp = false;
  #heldBarrier: number | null = null;
  #closed = false;
  /** Closed by us: what was under way from it is not taken any more. */
  #shut = false;
  /** Waits until a worker has tried an update, or until the page has been slowed down enough. */
  readonly #backlog: Backlog;

  constructor(private readonly options: ConnectionOptions) {
    this.#backlog = new Backlog(options.wire, (bytes) => this.receive(bytes));
  }

  /** Rights of somebody changed, or a device ended: answers whether it is a known holder's whom this concerns. */
  concerns(whose: (holder: Admitted) => boolean): boolean {
    if (this.#admitted === null) this.#doubted = true;
    return this.#admitted !== null && whose(this.#admitted);
  }

  /** Something happened in these streams: answers whether it is a known holder's whom that may concern. */
  hangsOn(streams: ReadonlySet<string>): boolean {
    return this.concerns(({ access }) => access.streams.some((stream) => streams.has(stream)));
  }

  get personId(): PersonId | null {
    return this.#admitted?.personId ?? null;
  }

  get client(): number {
    return this.options.client;
  }

  async open(): Promise<void> {
    const admitted = await this.options.admit();
    if (!admitted.ok) return this.#refuse(admitted.refusal);
    const room = await enterRoom(this.options, admitted.value);
    if (typeof room === "string") return this.close(room);
    const sure = await this.#sure(admitted).catch(async (error: unknown) => {
      await this.options.rooms.leave(room);
      throw error;
    });
    if (this.#closed || !sure.ok || room.broken) {
      if (!sure.ok) this.#refuse(sure.refusal);
      else if (room.broken) this.close("notStored");
      return this.options.rooms.leave(room);
    }
    this.#admitted = sure.value;
    this.#room = room;
    room.welcome(this);
    this.#tellRights();
    const others = room.awareness.everyone();
    if (others) this.#send(awarenessFrame(others));
    // Since it was sure, and before it was known as a holder.
    if (this.#doubted) await this.recheck();
    this.#release();
  }

  /** Takes what waited. */
  #release(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const bytes of early) this.receive(bytes);
  }

  receive(bytes: Uint8Array): void {
    if (this.#closed) return;
    if (this.#backlog.takes(bytes)) return;
    if (this.#early) {
      const waiting = this.#early.reduce((sum, { length }) => sum + length, bytes.length);
      if (waiting > documentLimits.frameBytes) this.close("tooLarge");
      else this.#early.push(bytes);
    } else if (this.#admitted && this.options.now() >= this.#admitted.until) this.#askAgain(bytes);
    else {
      const frame = readFrame(bytes);
      if (!frame) this.close("malformed");
      else if (frame.kind !== "awareness" && !this.options.frames.take(this.#nowMs)) this.#readSlower(bytes);
      else if (this.#room) this.#handle(frame, this.#room);
    }
  }

  get #nowMs(): number {
    return this.options.now().getTime();
  }

  /** Whoever was admitted before something changed is asked about again. */
  async #sure(admitted: Result<Admitted>): Promise<Result<Admitted>> {
    let known = admitted;
    while (this.#doubted && known.ok) {
      this.#doubted = false;
      known = await this.options.admit();
    }
    return known;
  }

  /** Rights may have changed: asks again, and tells the browser or closes. */
  async recheck(): Promise<void> {
    if (this.#closed) return;
    this.#rechecks += 1;
    const turn = this.#rechecks;
    const admitted = await this.options.admit();
    // Who was asked later knows better, whichever answer comes first.
    if (this.#closed || turn !== this.#rechecks) return;
    if (!admitted.ok) return this.#refuse(admitted.refusal);
    this.#admitted = admitted.value;
    this.#tellRights();
  }

  /** Nothing is taken past the device's time unless it was used meanwhile. */
  #askAgain(bytes: Uint8Array): void {
    this.#early = [bytes];
    this.recheck().then(
      () => this.#release(),
      () => this.close("rightsChanged"),
    );
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
    this.#shut = true;
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
    // The same page may be back already, before its old connection was known to be dead.
    const isBack = [...room.occupants].some(({ client }) => client === this.client);
    if (!isBack && room.awareness.leave(this.client)) room.tellCarets();
    void this.options.rooms.leave(room);
  }

  #handle(frame: DocumentFrame, room: Room): void {
    switch (frame.kind) {
      case "have":
        this.#catchUp(frame.stateVector, room);
        return;
      case "catch-up":
        if (!this.#mayWrite()) return;
        this.#take(frame.update, room, () => {
          this.#caughtUp = true;
          if (this.#heldBarrier !== null) this.#answer(this.#heldBarrier, room);
          this.#heldBarrier = null;
        });
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
        if (!this.options.carets.take(this.#nowMs)) return;
        if (room.awareness.receive(frame.update, this.client, this.#admitted?.name ?? "")) room.tellCarets();
        return;
      case "query-awareness": {
        if (!this.#mayAskForAll()) return;
        const everyone = room.awareness.everyone();
        if (everyone) this.#send(awarenessFrame(everyone));
        return;
      }
    }
  }

  #mayAskForAll(): boolean {
    if (this.options.wholeTexts.take(this.#nowMs)) return true;
    this.close("malformed");
    return false;
  }

  #catchUp(stateVector: Uint8Array, room: Room): void {
    if (stateVector.length > documentLimits.stateVectorBytes) {
      this.close("tooLarge");
      return;
    }
    if (!this.#mayAskForAll()) return;
    try {
      this.#send(catchUpFrame(encodeStateAsUpdate(room.doc, stateVector)));
      this.#hears = true;
    } catch {
      this.close("malformed");
    }
  }

  /** `taken`: what follows once the room has it. */
  #take(update: Uint8Array, room: Room, taken?: () => void): void {
    if (this.#closed || !this.#admitted) return;
    const { personId } = this.#admitted;
    const mayStill = (): boolean => !this.#shut && this.#mayWrite();
    const verdict = room.receive(update, { occupant: this, personId, client: this.client, mayStill });
    if (!(verdict instanceof Promise)) {
      this.#hear(verdict, taken);
      return;
    }
    this.#backlog.hold();
    verdict
      .then((late) => this.#hear(late, taken))
      .catch(() => this.close("notStored"))
      .finally(() => this.#backlog.goOn());
  }

  #hear(verdict: GateVerdict, taken?: () => void): void {
    if (verdict.kind === "refused") this.close(verdict.reason);
    else taken?.();
  }

  #readSlower(bytes: Uint8Array): void {
    this.#backlog.hold(bytes);
    this.options.wire.after(SLOWER_MS, () => this.#backlog.goOn());
  }

  #answer(token: number, room: Room): void {
    room.settled().then(
      // While a lock is tried, what came before this may have been dropped.
      () => room.held || this.#send(barrierFrame(token)),
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
    this.close(reasonFor(code), code);
  }

  aware(frame: Uint8Array): void {
    this.#send(frame);
  }

  #send(frame: Uint8Array): void {
    if (!this.#closed) this.options.wire.send(frame);
  }
}

import type { PersonId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import { type DocumentCloseReason, documentClosed } from "../../protocol/close-codes";
import { documentLimits } from "../../protocol/document-messages";
import { Backlog } from "./backlog";
import { type Admitted, type ConnectionOptions, reasonFor, SLOWER_MS } from "./connection-options";
import { afterConnectionEvent, type ConnectionEvent, mayWrite, openingConnection } from "./connection-state";
import { Conversation, type InRoom, type OurEnd, type State } from "./conversation";
import { awarenessFrame, haveFrame, readFrame, rightsFrame, updateFrame, witnessFrame } from "./document-frames";
import { enterRoom } from "./enter-room";
import type { Room } from "./room";

/** One browser with one document open. Frames that come before it is admitted wait (U3). What may follow what: `connection-state.ts`. */
export class DocumentConnection implements OurEnd {
  state: State = openingConnection;
  readonly #conversation: Conversation;
  /** Waits until a worker has tried an update, or until the page has been slowed down enough. */
  readonly backlog: Backlog;

  constructor(private readonly options: ConnectionOptions) {
    this.backlog = new Backlog(options.wire, (bytes) => this.receive(bytes));
    this.#conversation = new Conversation(this, options);
  }

  /** Rights of somebody changed, or a device ended: answers whether it is a known holder's whom this concerns. */
  concerns(whose: (holder: Admitted) => boolean): boolean {
    this.become({ kind: "doubted" });
    const inside = this.inside;
    return inside !== null && whose(inside.admitted);
  }

  /** Something happened in these streams: answers whether it is a known holder's whom that may concern. */
  hangsOn(streams: ReadonlySet<string>): boolean {
    return this.concerns(({ access }) => access.streams.some((stream) => streams.has(stream)));
  }

  get personId(): PersonId | null {
    return this.inside?.admitted.personId ?? null;
  }

  get client(): number {
    return this.options.client;
  }

  get inside(): InRoom | null {
    return this.state.kind === "open" || this.state.kind === "held" ? this.state : null;
  }

  become(event: ConnectionEvent<Room, Admitted>): void {
    this.state = afterConnectionEvent(this.state, event);
  }

  async open(): Promise<void> {
    const first = await this.#admit();
    if (!first.ok) return this.#refuse(first.refusal);
    const room = await enterRoom(this.options, first.value);
    if (typeof room === "string") return this.close(room);
    const sure = await this.#enter(room, first).catch(async (error: unknown) => {
      await this.options.rooms.leave(room);
      throw error;
    });
    if (!this.inside) {
      if (!sure.ok) this.#refuse(sure.refusal);
      else if (room.broken) this.close("notStored");
      return this.options.rooms.leave(room);
    }
    room.welcome(this);
    this.#tellRights();
    const others = room.awareness.everyone();
    if (others) this.send(awarenessFrame(others));
    this.#release();
  }

  /** Whoever was admitted before something changed is asked about again; nothing can happen between the last answer and being in. */
  async #enter(room: Room, first: Result<Admitted>): Promise<Result<Admitted>> {
    let known = first;
    while (this.state.kind === "opening" && this.state.doubted && known.ok) known = await this.#admit();
    if (known.ok && !room.broken) this.become({ kind: "entered", room, admitted: known.value });
    return known;
  }

  #admit(): Promise<Result<Admitted>> {
    this.become({ kind: "asked" });
    return this.options.admit();
  }

  /** Takes what waited. */
  #release(): void {
    const waiting = this.state.kind === "held" ? this.state.waiting : [];
    this.become({ kind: "released" });
    for (const bytes of waiting) this.receive(bytes);
  }

  receive(bytes: Uint8Array): void {
    const state = this.state;
    switch (state.kind) {
      case "closed":
      case "gone":
        return;
      case "opening":
      case "held":
        if (!this.backlog.takes(bytes)) this.#wait(bytes, state.waiting);
        return;
      case "open":
        if (this.backlog.takes(bytes)) return;
        if (this.options.now() >= state.admitted.until) this.#askAgain(bytes);
        else this.#read(bytes, state);
    }
  }

  #wait(bytes: Uint8Array, before: readonly Uint8Array[]): void {
    const waiting = before.reduce((sum, { length }) => sum + length, bytes.length);
    if (waiting > documentLimits.frameBytes) this.close("tooLarge");
    else this.become({ kind: "frame", bytes });
  }

  #read(bytes: Uint8Array, inside: InRoom): void {
    const frame = readFrame(bytes);
    if (!frame) this.close("malformed");
    else if (frame.kind !== "awareness" && !this.options.frames.take(this.#nowMs)) this.#readSlower(bytes);
    else this.#conversation.handle(frame, inside);
  }

  get #nowMs(): number {
    return this.options.now().getTime();
  }

  /** Rights may have changed: asks again, and tells the browser or closes. */
  async recheck(): Promise<void> {
    if (!this.inside) return;
    const answer = this.#admit();
    const turn = this.inside.asked;
    const admitted = await answer;
    const inside = this.inside;
    // Who was asked later knows better, whichever answer comes first.
    if (!inside || turn <= inside.answered) return;
    if (!admitted.ok) return this.#refuse(admitted.refusal);
    this.become({ kind: "answered", turn, admitted: admitted.value });
    this.#tellRights();
  }

  /** Nothing is taken past the device's time unless it was used meanwhile. */
  #askAgain(bytes: Uint8Array): void {
    this.become({ kind: "frame", bytes });
    this.recheck().then(
      () => this.#release(),
      () => this.close("rightsChanged"),
    );
  }

  changed(update: Uint8Array, proof: Uint8Array | null): void {
    if (!this.inside?.hears) return;
    this.send(updateFrame(update));
    if (proof) this.send(witnessFrame(proof));
  }

  lockChanged(): void {
    if (this.inside?.room.locked) this.#tellRights();
    else void this.recheck().catch(() => this.close("notStored"));
  }

  failed(): void {
    this.close("notStored");
  }

  close(reason: DocumentCloseReason, detail: string = reason): void {
    const inside = this.inside;
    this.become({ kind: "closed" });
    this.options.wire.close(documentClosed[reason], detail);
    if (inside) this.#leave(inside.room);
  }

  /** The wire is gone. */
  ended(): void {
    const inside = this.inside;
    this.become({ kind: "gone" });
    if (inside) this.#leave(inside.room);
  }

  #leave(room: Room): void {
    room.occupants.delete(this);
    // The same page may be back already, before its old connection was known to be dead.
    const isBack = [...room.occupants].some(({ client }) => client === this.client);
    if (!isBack && room.awareness.leave(this.client)) room.tellCarets();
    void this.options.rooms.leave(room);
  }

  #readSlower(bytes: Uint8Array): void {
    this.backlog.hold(bytes);
    this.options.wire.after(SLOWER_MS, () => this.backlog.goOn());
  }

  #tellRights(): void {
    const inside = this.inside;
    if (!inside) return;
    const { room, writing } = inside;
    const { write } = inside.admitted.access;
    const reason = !write.ok ? write.refusal.code : room.locked ? "document-locked" : null;
    if (reason === null ? mayWrite(writing) : writing.kind === "refused" && writing.reason === reason) return;
    this.become({ kind: "told", reason });
    this.send(rightsFrame(reason));
    // Who only reads may have heard what is lost since; a frozen text takes nothing.
    if (reason !== "document-locked") this.send(haveFrame(room.text.vector));
  }

  #refuse({ code }: Refusal): void {
    this.close(reasonFor(code), code);
  }

  aware(frame: Uint8Array): void {
    this.send(frame);
  }

  takenOut(frame: Uint8Array): void {
    this.send(frame);
  }

  send(frame: Uint8Array): void {
    if (this.inside) this.options.wire.send(frame);
  }
}

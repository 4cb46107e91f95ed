import type { DocumentCloseReason } from "../../protocol/close-codes";
import { documentLimits } from "../../protocol/document-messages";
import type { Backlog } from "./backlog";
import type { Admitted, ConnectionOptions } from "./connection-options";
import { type ConnectionEvent, type ConnectionState, mayWrite } from "./connection-state";
import {
  awarenessFrame,
  barrierFrame,
  catchUpFrame,
  type DocumentFrame,
  type Told,
  witnessFrame,
} from "./document-frames";
import type { Occupant } from "./occupant";
import type { Room } from "./room";
import type { GateVerdict } from "./update-gate";

export type State = ConnectionState<Room, Admitted>;
export type InRoom = Extract<State, { readonly kind: "open" | "held" }>;

/** Our end of a connection, for what is said on it. */
export interface OurEnd extends Occupant {
  readonly state: State;
  /** Null before it is let in and once it has ended. */
  readonly inside: InRoom | null;
  readonly backlog: Backlog;
  become(event: ConnectionEvent<Room, Admitted>): void;
  send(frame: Uint8Array): void;
  close(reason: DocumentCloseReason): void;
}

/** What a page says once it is in the room, and what it is answered. */
export class Conversation {
  constructor(
    private readonly end: OurEnd,
    private readonly options: ConnectionOptions,
  ) {}

  handle(frame: DocumentFrame, { room, admitted, writing }: InRoom): void {
    switch (frame.kind) {
      case "have":
        this.#catchUp(frame.stateVector, room);
        return;
      case "catch-up":
        if (mayWrite(writing)) this.#take(frame.update, () => this.#level());
        return;
      case "update":
        // Before the catch-up it may build on what we lack, and the catch-up holds it too.
        if (writing.kind === "level") this.#take(frame.update);
        return;
      case "barrier":
        if (writing.kind === "level") this.#answer(frame.token, room);
        else this.end.become({ kind: "asked-for-mark", mark: frame.token });
        return;
      case "reminder":
        if (writing.kind !== "refused" || writing.reason !== "document-locked") this.#heal(frame, room);
        return;
      case "awareness":
        if (!this.options.carets.take(this.options.now().getTime())) return;
        if (room.awareness.receive(frame.update, this.options.client, admitted.name)) room.tellCarets();
        return;
      case "query-awareness": {
        if (!this.#mayAskForAll()) return;
        const everyone = room.awareness.everyone();
        if (everyone) this.end.send(awarenessFrame(everyone));
        return;
      }
    }
  }

  /** It has sent what we lacked; the mark that waited for that is answered. */
  #level(): void {
    const inside = this.end.inside;
    if (inside?.writing.kind !== "behind") return;
    const { mark } = inside.writing;
    this.end.become({ kind: "caught-up" });
    if (mark !== null) this.#answer(mark, inside.room);
  }

  #mayAskForAll(): boolean {
    if (this.options.wholeTexts.take(this.options.now().getTime())) return true;
    this.end.close("malformed");
    return false;
  }

  #catchUp(stateVector: Uint8Array, room: Room): void {
    if (stateVector.length > documentLimits.stateVectorBytes) {
      this.end.close("tooLarge");
      return;
    }
    if (!this.#mayAskForAll()) return;
    if (!room.text.preparing) {
      this.#tell(stateVector, room);
      return;
    }
    // What comes behind it is answered after it.
    this.end.backlog.hold();
    this.#tellLater(stateVector, room)
      .catch(() => this.end.close("notStored"))
      .finally(() => this.end.backlog.goOn());
  }

  /** Nothing is stored between the last look and the telling: whoever was told hears of every change since. */
  async #tellLater(stateVector: Uint8Array, room: Room): Promise<void> {
    while (room.text.preparing) await room.text.preparing;
    this.#tell(stateVector, room);
  }

  #tell(stateVector: Uint8Array, room: Room): void {
    try {
      const update = room.text.state(stateVector);
      this.end.send(catchUpFrame(update));
      const proof = room.proofOf(update);
      if (proof) this.end.send(witnessFrame(proof));
      this.end.become({ kind: "sent-document" });
    } catch {
      this.end.close("malformed");
    }
  }

  /** What comes behind it builds on it. */
  #heal({ told }: { readonly told: readonly Told[] }, room: Room): void {
    const personId = this.end.inside?.admitted.personId;
    if (!personId) return;
    const mayTellLarge = (): boolean => this.options.wholeTexts.take(this.options.now().getTime());
    this.end.backlog.hold();
    room
      .heal(told, { personId, mayTellLarge })
      .catch(() => this.end.close("notStored"))
      .finally(() => this.end.backlog.goOn());
  }

  /** `taken`: what follows once the room has it. */
  #take(update: Uint8Array, taken?: () => void): void {
    const inside = this.end.inside;
    if (!inside) return;
    const { room, admitted } = inside;
    const writer = {
      occupant: this.end,
      personId: admitted.personId,
      client: this.options.client,
      mayStill: () => this.#mayStill,
    };
    const verdict = room.receive(update, writer);
    if (!(verdict instanceof Promise)) {
      this.#hear(verdict, taken);
      return;
    }
    this.end.backlog.hold();
    verdict
      .then((late) => this.#hear(late, taken))
      .catch(() => this.end.close("notStored"))
      .finally(() => this.end.backlog.goOn());
  }

  /** Whether what came before counts still, though its wire may be gone by now. */
  get #mayStill(): boolean {
    return "writing" in this.end.state && mayWrite(this.end.state.writing);
  }

  #hear(verdict: GateVerdict, taken?: () => void): void {
    if (verdict.kind === "refused") this.end.close(verdict.reason);
    else taken?.();
  }

  #answer(token: number, room: Room): void {
    room.settled().then(
      // While a lock is tried, what came before this may have been dropped.
      () => room.held || this.end.send(barrierFrame(token)),
      () => {},
    );
  }
}

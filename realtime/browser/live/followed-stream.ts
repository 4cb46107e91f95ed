import type { VersionedFact } from "~/app/domain/deliberation/follow-stream";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import type { StreamSnapshot } from "../../protocol/live-messages";
import { Ask, type AskState, type Pauses } from "./ask";
import { foldFact, foldSnapshot, type KnownStream } from "./fold-fact";

/** A gap that has not closed by itself after this long is fetched (rule L4). */
export const GAP_PATIENCE_MS = 200;

/** What a page has of a stream that it follows. `loading`: it was asked for, or will be when the connection is there. */
export type StreamStanding =
  | { readonly kind: "loading" }
  | { readonly kind: "shown" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export interface FollowedStreamPorts {
  /** Asks for the snapshot, and to be told of the facts that follow it. */
  put(): Promise<Result<StreamSnapshot>>;
  /** What is known of it, or how it stands, has changed. */
  changed(): void;
  readonly pauses: Pauses;
}

/** One stream as a page follows it: what is known of it, and how far it has been asked for. */
export class FollowedStream {
  readonly #ask: Ask<StreamSnapshot>;
  #known: KnownStream | null;
  /** Facts that came before the snapshot they follow. */
  #early: VersionedFact[] = [];
  /** What is known may be of another time than the connection: a snapshot on it takes its place, whatever its version. */
  #isOfBefore = false;
  /** Calls off the wait for facts that are missing; null while none is. */
  #gap: (() => void) | null = null;

  constructor(
    private readonly ports: FollowedStreamPorts,
    /** What the page was opened with; null: nothing yet. */
    known: KnownStream | null,
  ) {
    this.#known = known;
    this.#ask = new Ask({ put: ports.put, settled: (answer) => this.#settle(answer) }, ports.pauses);
  }

  get known(): KnownStream | null {
    return this.#known;
  }

  get asked(): AskState {
    return this.#ask.state;
  }

  get standing(): StreamStanding {
    if (this.#known) return { kind: "shown" };
    const { state } = this.#ask;
    return state.kind === "refused" ? state : { kind: "loading" };
  }

  ask(): void {
    this.#ask.ask();
  }

  interrupt(): void {
    this.#watchGap(false);
    this.#early = [];
    this.#isOfBefore = true;
    this.#ask.interrupt();
  }

  hear(fact: VersionedFact): void {
    if (this.#known && !this.#isOfBefore) this.#keep(foldFact(this.#known, fact));
    else this.#early.push(fact);
  }

  /** Who is refused a stream has no business with what it said before. */
  #settle(answer: Result<StreamSnapshot>): void {
    // Of these streams every snapshot has a state.
    if (answer.ok && answer.value.state !== null) {
      const { version, state } = answer.value;
      const early = this.#early;
      this.#early = [];
      // An installation that was put back from an older copy has lower versions, and they are what holds now.
      const before = this.#isOfBefore ? null : this.#known;
      this.#isOfBefore = false;
      this.#keep(foldSnapshot(before ?? undefined, { version, state }), true);
      for (const fact of early) this.hear(fact);
      return;
    }
    this.#watchGap(false);
    this.#early = [];
    this.#known = null;
    this.ports.changed();
  }

  #keep({ followed, gap }: ReturnType<typeof foldSnapshot>, always = false): void {
    const before = this.#known;
    this.#known = followed;
    this.#watchGap(gap);
    if (always || before?.state !== followed.state) this.ports.changed();
  }

  #watchGap(gap: boolean): void {
    if (!gap) {
      this.#gap?.();
      this.#gap = null;
    } else {
      this.#gap ??= this.ports.pauses.after(GAP_PATIENCE_MS, () => {
        this.#gap = null;
        this.#ask.ask();
      });
    }
  }
}

import type { LiveState } from "~/app/domain/deliberation/live-state";
import type { Pauses } from "./ask";

/** The server asks every second; this long without a question, the line is lost. */
export const LOST_AFTER_MS = 3_500;

type Line =
  | { readonly kind: "idle" }
  | { readonly kind: "watched"; readonly callOff: () => void }
  | { readonly kind: "lost" };

/** While somebody here has the floor: whether the server still reaches this page. */
export class SpeakingLine {
  #line: Line = { kind: "idle" };

  constructor(
    private readonly pauses: Pauses,
    private readonly changed: () => void,
  ) {}

  get isLost(): boolean {
    return this.#line.kind === "lost";
  }

  /** The server asked whether the page is there, or was just told that somebody here speaks. */
  heard(): void {
    const wasLost = this.isLost;
    this.stop();
    const callOff = this.pauses.after(LOST_AFTER_MS, () => {
      this.#line = { kind: "lost" };
      this.changed();
    });
    this.#line = { kind: "watched", callOff };
    if (wasLost) this.changed();
  }

  /** Nobody here speaks, or the connection is known to be away. */
  stop(): void {
    if (this.#line.kind === "watched") this.#line.callOff();
    this.#line = { kind: "idle" };
  }
}

/** Whether one of the person's roles has a floor that this page follows. */
export function hasFloor({ me, session, groups }: Pick<LiveState, "me" | "session" | "groups">): boolean {
  const floors = [session.floor, ...Object.values(groups).map(({ floor }) => floor)];
  return floors.some(({ turn }) => me.participations.some((held) => held.participationId === turn?.participationId));
}

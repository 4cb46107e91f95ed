/** How often a page of somebody who has the floor is asked whether it is there, and after how long without an answer it is not. */
export const BEAT_EVERY_MS = 1_000;
export const SILENT_AFTER_MS = 2_500;

export interface HeartbeatPorts {
  /** Asks the page; `answered` is called when it answers. */
  ask(answered: () => void): void;
  /** No answer has come for a while. */
  silent(): void;
  /** An answer came after a silence. */
  heard(): void;
  nowMs(): number;
}

type Beating =
  | { readonly kind: "still" }
  | { readonly kind: "beating"; readonly timer: ReturnType<typeof setInterval>; heardAtMs: number; isSilent: boolean };

/** Finds out within some seconds that a page is out of reach, while it matters; the connection's own pings take 18 s. */
export class Heartbeat {
  #state: Beating = { kind: "still" };

  constructor(private readonly ports: HeartbeatPorts) {}

  start(): void {
    if (this.#state.kind === "beating") return;
    const timer = setInterval(() => this.#beat(), BEAT_EVERY_MS);
    timer.unref();
    this.#state = { kind: "beating", timer, heardAtMs: this.ports.nowMs(), isSilent: false };
    this.#beat();
  }

  /** It does not matter any more: nobody is silent. */
  stop(): void {
    const state = this.#state;
    if (state.kind === "still") return;
    clearInterval(state.timer);
    this.#state = { kind: "still" };
    if (state.isSilent) this.ports.heard();
  }

  #beat(): void {
    const state = this.#state;
    if (state.kind === "still") return;
    if (!state.isSilent && this.ports.nowMs() - state.heardAtMs >= SILENT_AFTER_MS) {
      state.isSilent = true;
      this.ports.silent();
    }
    this.ports.ask(() => {
      if (this.#state !== state) return;
      state.heardAtMs = this.ports.nowMs();
      if (state.isSilent) this.ports.heard();
      state.isSilent = false;
    });
  }
}

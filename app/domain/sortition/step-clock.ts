import type { DrawControl, DrawProgress, DrawStep } from "./draw-control";
import type { StepTime } from "./report-draw";

/** Passes everything on, and remembers how long each step took. */
export class StepClock implements DrawControl {
  private readonly times = new Map<DrawStep, number>();
  private current: { step: DrawStep; since: number } | undefined;

  constructor(private readonly outer: DrawControl) {}

  now(): number {
    return this.outer.now();
  }

  stopAsked(): boolean {
    return this.outer.stopAsked();
  }

  report(progress: DrawProgress): void {
    const now = this.outer.now();
    if (progress.step !== this.current?.step) {
      this.count(now);
      this.current = { step: progress.step, since: now };
    }
    this.outer.report(progress);
  }

  /** Milliseconds per step so far, in the order they began. */
  steps(): StepTime[] {
    const now = this.outer.now();
    this.count(now);
    if (this.current) this.current.since = now;
    return [...this.times].map(([step, milliseconds]) => ({ step, milliseconds }));
  }

  private count(now: number): void {
    if (!this.current) return;
    const { step, since } = this.current;
    this.times.set(step, (this.times.get(step) ?? 0) + now - since);
  }
}

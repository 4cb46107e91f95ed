export const drawSteps = ["check", "equalise", "panels", "reach", "prove", "lottery", "deal"] as const;
export type DrawStep = (typeof drawSteps)[number];

/** Where a long draw stands; `bound` and `gap` are selection probabilities, once known. */
export interface DrawProgress {
  readonly step: DrawStep;
  readonly done?: number;
  readonly of?: number;
  readonly bound?: number;
  readonly gap?: number;
}

/** What the outside gives a running draw: a clock in milliseconds, a listener, and whether somebody asked to stop. */
export interface DrawControl {
  now(): number;
  report(progress: DrawProgress): void;
  stopAsked(): boolean;
}

/** Somebody asked to stop before there was anything to show. */
export class DrawStopped extends Error {
  constructor() {
    super("draw stopped");
    this.name = "DrawStopped";
  }
}

/** Leave if somebody asked to stop. */
export function leaveIfStopped(control: DrawControl): void {
  if (control.stopAsked()) throw new DrawStopped();
}

import type { Localised } from "../kernel/locale";
import type { PhaseKind } from "./phase";

/** One phase of a template: its first day counted from the start of the assembly, and how many days it lasts. */
export interface TemplatePhase {
  readonly kind: PhaseKind;
  readonly startDay: number;
  readonly days: number;
}

export interface TemplateItem {
  readonly mode: "plenary" | "groups" | "pause";
  readonly minutes: number;
  readonly title: Localised;
  readonly prompt: Localised;
}

/** One session of a template: its day counted from the Monday nearest to the start, its beginning on the wall clock, and its agenda. */
export interface TemplateSession {
  readonly day: number;
  readonly startsAt: string;
  readonly place: "online" | "room" | "both";
  readonly title: Localised;
  readonly items: readonly TemplateItem[];
}

export interface Template {
  readonly seats: number;
  readonly groupSize: number;
  readonly phases: readonly TemplatePhase[];
  readonly sessions: readonly TemplateSession[];
}

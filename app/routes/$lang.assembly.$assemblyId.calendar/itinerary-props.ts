import type { CalendarPhase } from "./route.server";

export interface ItineraryProps {
  readonly phases: readonly CalendarPhase[];
  readonly version: number;
  readonly mark: string;
  readonly mayEdit: boolean;
}

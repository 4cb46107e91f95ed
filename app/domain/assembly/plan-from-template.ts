import { newId } from "../kernel/ids";
import type { Random } from "../kernel/random";
import type { Itinerary } from "./itinerary";
import { addDays, type LocalDate, nearestMonday } from "./local-date";
import { type TemplateName, templates } from "./template";
import type { TemplateSession } from "./template-shape";

/** A session of a template on its day. */
export interface PlannedSession extends TemplateSession {
  readonly date: LocalDate;
  readonly minutes: number;
}

export interface Plan {
  readonly itinerary: Itinerary;
  readonly sessions: readonly PlannedSession[];
}

/**
 * The itinerary and the sessions of a template, from the day the preparation begins. Sessions keep the weekday the template gives them
 * (day 5 is a Saturday), whatever day the preparation begins on.
 */
export function planFromTemplate(name: TemplateName, startsOn: LocalDate, random: Random): Plan {
  const template = templates[name];
  return {
    itinerary: template.phases.map(({ kind, startDay, days }) => ({
      id: newId<"phase">(random),
      kind,
      from: addDays(startsOn, startDay),
      to: addDays(startsOn, startDay + days - 1),
    })),
    sessions: template.sessions.map((session) => ({
      ...session,
      date: addDays(nearestMonday(startsOn), session.day),
      minutes: session.items.reduce((sum, { minutes }) => sum + minutes, 0),
    })),
  };
}

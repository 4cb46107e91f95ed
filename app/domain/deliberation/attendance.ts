import type { AttendanceFact } from "./facts";
import type { Attendee } from "./live-state";

type Attendees = readonly Attendee[];

/** Applies one fact to the list of those who attend. */
export function reduceAttendance(attendees: Attendees, fact: AttendanceFact): Attendees {
  switch (fact.type) {
    case "attendee-joined": {
      const { attendee, after } = fact.payload;
      const place = attendees.findIndex(({ participationId }) => participationId === after) + 1;
      return [...attendees.slice(0, place), attendee, ...attendees.slice(place)];
    }
    case "attendee-left":
      return attendees.filter(({ participationId }) => participationId !== fact.payload.participationId);
    case "attendee-renamed": {
      const { participationId, name } = fact.payload;
      return attendees.map((one) => (one.participationId === participationId ? { ...one, name } : one));
    }
  }
}

/**
 * The facts that lead from those who attended before to those who attend now, whatever changed between: roles given, ended or resumed,
 * people joined or renamed. Those who stayed keep their order.
 */
export function attendanceFacts(before: Attendees, now: Attendees): readonly AttendanceFact[] {
  const facts: AttendanceFact[] = [];
  const known = new Map(before.map((one) => [one.participationId, one]));
  const stays = new Set(now.filter((one) => isSame(known.get(one.participationId), one)).map(idOf));
  for (const { participationId } of before) {
    if (!stays.has(participationId)) facts.push({ type: "attendee-left", payload: { participationId } });
  }
  now.forEach((attendee, place) => {
    const { participationId, name } = attendee;
    if (!stays.has(participationId)) {
      const after = now[place - 1]?.participationId ?? null;
      facts.push({ type: "attendee-joined", payload: { attendee, after } });
    } else if (known.get(participationId)?.name !== name) {
      facts.push({ type: "attendee-renamed", payload: { participationId, name } });
    }
  });
  return facts;
}

const idOf = ({ participationId }: Attendee) => participationId;

/** In the same role and on the same seat: only the name may differ. */
function isSame(before: Attendee | undefined, now: Attendee): boolean {
  return before?.role === now.role && before.seat === now.seat;
}

import type { Itinerary } from "~/app/domain/assembly/itinerary";
import { instantOf } from "~/app/domain/assembly/local-date";
import { phaseOfDay } from "~/app/domain/assembly/phase-of-day";
import type { PlannedSession } from "~/app/domain/assembly/plan-from-template";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { type AssemblyId, newId } from "~/app/domain/kernel/ids";
import type { Random } from "~/app/domain/kernel/random";
import type { MainTx } from "~/db/connect";
import { insertAgendaItem, insertSession } from "~/db/repositories/session-calendar";

interface ToSave {
  readonly assemblyId: AssemblyId;
  readonly timeZone: string;
  readonly session: PlannedSession;
  readonly itinerary: Itinerary;
}

/** Writes a session of a template with its agenda. */
export async function savePlannedSession(
  tx: MainTx,
  random: Random,
  { assemblyId, timeZone, session, itinerary }: ToSave,
): Promise<void> {
  const [id, startsAt] = [newId<"session">(random), instantOf(session.date, session.startsAt, timeZone)];
  await insertSession(tx, {
    id,
    assemblyId,
    phaseId: phaseOfDay(itinerary, session.date),
    title: session.title,
    startsAt,
    endsAt: new Date(startsAt.getTime() + session.minutes * MINUTE_MS),
    place: session.place,
    address: "",
    state: "planned",
    currentItemId: null,
    itemEndsAt: null,
    roundId: null,
    startedAt: null,
    closedAt: null,
    notesReaders: null,
    version: 1,
  });
  for (const [position, item] of session.items.entries()) {
    await insertAgendaItem(tx, { ...item, id: newId<"agenda-item">(random), sessionId: id, position });
  }
}

import { editItinerary } from "~/app/domain/assembly/edit-itinerary";
import { permits } from "~/app/domain/assembly/permits";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { AgendaMode, Place } from "~/app/domain/assembly/session-plan";
import type { AgendaItemId, AssemblyId, PhaseId, SessionId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { listPhases } from "~/db/repositories/phase";
import { listSessions, type SessionRow } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { itemMark, itineraryMark, sessionMark } from "../../kernel/prepare/calendar-marks";
import { loadItinerary } from "../../kernel/prepare/load-itinerary";

export interface CalendarPhase {
  readonly id: PhaseId;
  readonly kind: PhaseKind;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly state: "past" | "current" | "coming";
  /** It is or was open: it keeps its place. */
  readonly reached: boolean;
  /** Whether the itinerary stays lawful when it is moved up, or removed. */
  readonly mayMoveUp: boolean;
  readonly mayRemove: boolean;
}

export interface CalendarSession {
  readonly id: SessionId;
  readonly version: number;
  /** Goes back with what is saved over it, its agenda apart. */
  readonly mark: string;
  readonly title: Localised;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** When it was opened and ended in truth; null as long as it was not. */
  readonly startedAtMs: number | null;
  readonly closedAtMs: number | null;
  readonly place: Place;
  readonly address: string;
  readonly state: "planned" | "running" | "closed";
  readonly phase: PhaseKind | null;
  readonly agenda: readonly {
    readonly id: AgendaItemId;
    readonly mark: string;
    readonly mode: AgendaMode;
    readonly minutes: number;
    readonly title: Localised;
    readonly prompt: Localised;
  }[];
}

export interface Calendar {
  /** The assembly's version: what an edit of the itinerary sends back. */
  readonly version: number;
  /** Goes back with new dates of the phases. */
  readonly mark: string;
  readonly mayEdit: boolean;
  readonly phases: readonly CalendarPhase[];
  readonly sessions: readonly CalendarSession[];
}

/** The itinerary and the dated sessions, for everybody who takes part. */
export async function calendar(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<Calendar>> {
  const authorised = await authorise(app.stores.main, actor, { action: "assembly.see", assemblyId });
  if (!authorised.ok) return authorised;
  const phases = await calendarPhases(app.stores.main, authorised.value.assembly);
  const sessions = await listSessions(app.stores.main, assemblyId);
  return accept({
    version: authorised.value.assembly.version,
    mark: itineraryMark((await loadItinerary(app.stores.main, authorised.value.assembly)).itinerary),
    mayEdit: permits(actor, "session.edit", authorised.value.scope).ok,
    phases,
    sessions: sessions.map(({ agenda, ...row }) => ({
      ...shown(row),
      mark: sessionMark(row),
      phase: phases.find((phase) => phase.id === row.phaseId)?.kind ?? null,
      agenda: agenda.map((item) => ({
        id: item.id,
        mark: itemMark(item),
        mode: item.mode,
        minutes: item.minutes,
        title: item.title,
        prompt: item.prompt,
      })),
    })),
  });
}

function shown({ id, version, title, place, address, state, ...row }: SessionRow) {
  const times = {
    startsAtMs: row.startsAt.getTime(),
    endsAtMs: row.endsAt.getTime(),
    startedAtMs: row.startedAt?.getTime() ?? null,
    closedAtMs: row.closedAt?.getTime() ?? null,
  };
  return { id, version, title, place, address, state, ...times };
}

/** The phases with where they stand: over, open now, to come. */
export async function calendarPhases(
  db: Main,
  assembly: Pick<AssemblyRow, "id" | "timeZone">,
): Promise<CalendarPhase[]> {
  const rows = await listPhases(db, assembly.id);
  const { itinerary, open, reached } = await loadItinerary(db, assembly);
  const furthest = rows.findLastIndex(({ id }) => open.includes(id));
  return rows.map(({ id, kind, startsAt, endsAt }, at) => ({
    id,
    kind,
    startsAtMs: startsAt.getTime(),
    endsAtMs: endsAt.getTime(),
    state: open.includes(id) ? "current" : at < furthest ? "past" : "coming",
    reached: reached.includes(id),
    mayMoveUp: at > 0 && editItinerary(itinerary, { kind: "move-up", id }, reached).ok,
    mayRemove: editItinerary(itinerary, { kind: "remove", id }, reached).ok,
  }));
}

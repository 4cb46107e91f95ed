import { editItinerary as decide, type ItineraryEdit } from "~/app/domain/assembly/edit-itinerary";
import { daysMoved } from "~/app/domain/assembly/follow-phase";
import type { Itinerary } from "~/app/domain/assembly/itinerary";
import { addDays, instantOf, localDateOf } from "~/app/domain/assembly/local-date";
import { phaseOfDay } from "~/app/domain/assembly/phase-of-day";
import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { toLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { type AssemblyRow, changeAssembly } from "~/db/repositories/assembly";
import { changePhase, deletePhase, insertPhase } from "~/db/repositories/phase";
import { phaseHasLearning } from "~/db/repositories/preparation";
import { changeSession, listSessions } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { itineraryMark } from "../../kernel/prepare/calendar-marks";
import { loadItinerary } from "../../kernel/prepare/load-itinerary";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

/** An edit as a form sends it: a new phase has no id yet. */
export type ItineraryRequest =
  | Exclude<ItineraryEdit, { kind: "add" }>
  | Omit<Extract<ItineraryEdit, { kind: "add" }>, "id">;

export interface ItineraryOrder extends FilledFrom {
  readonly assemblyId: AssemblyId;
  /** The assembly's version that the page showed. A form of the dates sends the mark of the itinerary instead (`seen`). */
  readonly version?: number;
  readonly edit: ItineraryRequest;
  /** Planned sessions move by as many days as their phase. */
  readonly moveSessions?: boolean;
}

type Edited = { readonly version: number };

/**
 * Edits the phases of an assembly: dates, a new one, one less, one earlier. Refuses as the domain does, removing a phase that holds
 * materials or tasks (`phase-holds-learning`), and `changed-meanwhile`. Sessions keep their dates, or with
 * `moveSessions` those still to come move with their phase at the same hour; they belong to the phase of their day.
 */
export function editItinerary(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, version, edit, seen, moveSessions = false }: ItineraryOrder,
): Promise<Result<Edited>> {
  const { actor, app } = caller;
  return carryOut(caller, { commandId, action: "itinerary.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const authorised = await authorise(tx, actor, { action: "assembly.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const { assembly } = authorised.value;
    if (version !== undefined && assembly.version !== version) return refuse("changed-meanwhile");
    const { itinerary, reached } = await loadItinerary(tx, assembly);
    const same = checkSeen(itineraryMark(itinerary), seen);
    if (!same.ok) return same;
    const decided = decide(
      itinerary,
      edit.kind === "add" ? { ...edit, id: newId<"phase">(app.random) } : edit,
      reached,
    );
    if (!decided.ok) return decided;
    if (edit.kind === "remove" && (await phaseHasLearning(tx, edit.id))) return refuse("phase-holds-learning");
    if (!(await changeAssembly(tx, assembly, {}))) return refuse("changed-meanwhile");
    const now = app.clock.now();
    await save(tx, assembly, { before: itinerary, after: decided.value, moveSessionsAfter: moveSessions ? now : null });
    return accept({
      value: { version: assembly.version + 1 },
      journal: [
        {
          action: "itinerary.edit",
          assemblyId,
          subject: { kind: "assembly", id: assemblyId },
          data: { edit: edit.kind, moveSessions, phases: decided.value.map(({ kind }) => kind) },
        },
      ],
    });
  });
}

interface Saved {
  readonly before: Itinerary;
  readonly after: Itinerary;
  /** Sessions that begin later move with their phase; null: none does. */
  readonly moveSessionsAfter: Date | null;
}

/** The same hour on the wall clock, days later. */
function daysLater(at: Date, days: number, timeZone: string): Date {
  if (days === 0) return at;
  const local = toLocalDateTime(at.getTime(), timeZone);
  return instantOf(addDays(local.slice(0, 10), days), local.slice(11), timeZone);
}

async function save(
  tx: MainTx,
  { id: assemblyId, timeZone }: AssemblyRow,
  { before, after, moveSessionsAfter }: Saved,
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  for (const [position, { id, kind, from, to }] of after.entries()) {
    const row = { position, startsAt: instantOf(from, "00:00", timeZone), endsAt: instantOf(to, "23:59", timeZone) };
    if (known.has(id)) await changePhase(tx, id, row);
    else await insertPhase(tx, { ...row, id, assemblyId, kind });
  }
  for (const session of await listSessions(tx, assemblyId)) {
    const comes = session.state === "planned" && moveSessionsAfter !== null && session.startsAt > moveSessionsAfter;
    const days = comes ? daysMoved(before, after, session.phaseId) : 0;
    const startsAt = daysLater(session.startsAt, days, timeZone);
    const phaseId = phaseOfDay(after, localDateOf(startsAt, timeZone));
    if (phaseId === session.phaseId && days === 0) continue;
    await changeSession(tx, session, { phaseId, startsAt, endsAt: daysLater(session.endsAt, days, timeZone) });
  }
  for (const { id } of before) {
    if (!after.some((phase) => phase.id === id)) await deletePhase(tx, id);
  }
}

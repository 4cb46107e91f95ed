import { editItinerary as decide, type ItineraryEdit } from "~/app/domain/assembly/edit-itinerary";
import type { Itinerary } from "~/app/domain/assembly/itinerary";
import { instantOf, localDateOf } from "~/app/domain/assembly/local-date";
import { phaseOfDay } from "~/app/domain/assembly/phase-of-day";
import { type AssemblyId, newId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { type AssemblyRow, changeAssembly } from "~/db/repositories/assembly";
import { changePhase, deletePhase, insertPhase } from "~/db/repositories/phase";
import { phaseHasLearning } from "~/db/repositories/preparation";
import { changeSession, listSessions } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../kernel/authorise";
import { carryOut, type Done } from "../kernel/carry-out";
import { loadItinerary } from "./load-itinerary";

/** An edit as a form sends it: a new phase has no id yet. */
export type ItineraryRequest =
  | Exclude<ItineraryEdit, { kind: "add" }>
  | Omit<Extract<ItineraryEdit, { kind: "add" }>, "id">;

export interface ItineraryOrder {
  readonly assemblyId: AssemblyId;
  /** The assembly's version that the form showed. */
  readonly version: number;
  readonly edit: ItineraryRequest;
}

type Edited = { readonly version: number };

/**
 * Edits the phases of an assembly: dates, a new one, one less, one earlier. Refuses as the domain does, removing a phase that holds
 * materials or tasks (`phase-holds-learning`), and `changed-meanwhile`. Sessions keep their dates and belong to the phase of their day.
 */
export function editItinerary(
  caller: Caller,
  commandId: string | null,
  { assemblyId, version, edit }: ItineraryOrder,
): Promise<Result<Edited>> {
  const { actor, app } = caller;
  return carryOut(caller, { commandId, action: "itinerary.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const authorised = await authorise(tx, actor, { action: "assembly.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const { assembly } = authorised.value;
    if (assembly.version !== version) return refuse("changed-meanwhile");
    const { itinerary, reached } = await loadItinerary(tx, assembly);
    const decided = decide(
      itinerary,
      edit.kind === "add" ? { ...edit, id: newId<"phase">(app.random) } : edit,
      reached,
    );
    if (!decided.ok) return decided;
    if (edit.kind === "remove" && (await phaseHasLearning(tx, edit.id))) return refuse("phase-holds-learning");
    if (!(await changeAssembly(tx, assembly, {}))) return refuse("changed-meanwhile");
    await save(tx, assembly, { before: itinerary, after: decided.value });
    return accept({
      value: { version: version + 1 },
      journal: [
        {
          action: "itinerary.edit",
          assemblyId,
          subject: { kind: "assembly", id: assemblyId },
          data: { edit: edit.kind, phases: decided.value.map(({ kind }) => kind) },
        },
      ],
    });
  });
}

async function save(
  tx: MainTx,
  { id: assemblyId, timeZone }: AssemblyRow,
  { before, after }: { readonly before: Itinerary; readonly after: Itinerary },
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  for (const [position, { id, kind, from, to }] of after.entries()) {
    const row = { position, startsAt: instantOf(from, "00:00", timeZone), endsAt: instantOf(to, "23:59", timeZone) };
    if (known.has(id)) await changePhase(tx, id, row);
    else await insertPhase(tx, { ...row, id, assemblyId, kind });
  }
  for (const session of await listSessions(tx, assemblyId)) {
    const phaseId = phaseOfDay(after, localDateOf(session.startsAt, timeZone));
    if (phaseId !== session.phaseId) await changeSession(tx, session, { phaseId });
  }
  for (const { id } of before) {
    if (!after.some((phase) => phase.id === id)) await deletePhase(tx, id);
  }
}

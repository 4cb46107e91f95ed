import type { PhaseKind } from "~/app/domain/assembly/phase";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { type AssemblyId, type CommandId, type Id, newId, type PhaseId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { listParticipants } from "~/db/repositories/participation";
import { appendPhaseChange } from "~/db/repositories/phase";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { type LoadedItinerary, loadItinerary } from "../../kernel/prepare/load-itinerary";

/** The phases open after a change of phase. */
export type PhasesChanged = { readonly open: readonly PhaseId[] };

/** What was decided: the phases open from now on, why, and which change it takes back. */
export interface Decided {
  readonly to: readonly PhaseId[];
  readonly reason: string | null;
  readonly undoes: Id<"phase-change"> | null;
}

export interface PhaseOrder {
  readonly action: "phase.advance" | "phase.close" | "phase.undo";
  readonly assemblyId: AssemblyId;
  /** The number of changes the person saw. */
  readonly seen: number;
}

/**
 * What every change of phase has in common: the right, nobody faster (`changed-meanwhile`), one more row of an append-only record, the
 * journal, and the rights of everybody connected.
 */
export function changePhases(
  caller: Caller,
  { commandId, order }: { readonly commandId: CommandId | null; readonly order: PhaseOrder },
  decide: (loaded: LoadedItinerary) => Result<Decided>,
): Promise<Result<PhasesChanged>> {
  return carryOut(caller, { commandId, action: order.action }, async (tx): Promise<Result<Done<PhasesChanged>>> => {
    const { assemblyId } = order;
    const authorised = await authorise(tx, caller.actor, { action: "phase.advance", assemblyId });
    if (!authorised.ok) return authorised;
    const loaded = await loadItinerary(tx, authorised.value.assembly);
    if (loaded.ordinal !== order.seen) return refuse("changed-meanwhile");
    const decided = decide(loaded);
    if (!decided.ok) return decided;
    return accept(
      await record(tx, caller, { order, loaded, decided: decided.value, assembly: authorised.value.assembly }),
    );
  });
}

interface ToRecord {
  readonly order: PhaseOrder;
  readonly loaded: LoadedItinerary;
  readonly decided: Decided;
  readonly assembly: AssemblyRow;
}

async function record(
  tx: MainTx,
  { app, actor }: Caller,
  { order, loaded, decided, assembly }: ToRecord,
): Promise<Done<PhasesChanged>> {
  if (actor.kind !== "person") throw new Error("a phase is advanced by a person");
  const id = newId<"phase-change">(app.random);
  const { to, reason, undoes } = decided;
  await appendPhaseChange(tx, {
    id,
    assemblyId: assembly.id,
    ordinal: loaded.ordinal + 1,
    from: [...loaded.open],
    to: [...to],
    by: actor.personId,
    at: app.clock.now(),
    reason,
    undoes,
  });
  const kinds = { from: kindsOf(loaded, loaded.open), to: kindsOf(loaded, to) };
  const everyone = await listParticipants(tx, assembly.id);
  return {
    value: { open: to },
    journal: [
      {
        action: order.action,
        assemblyId: assembly.id,
        subject: { kind: "phase-change", id },
        data: { ...kinds, ...(reason !== null && { reason }) },
      },
    ],
    facts: [{ stream: assemblyStream(assembly.id), type: "phase-advanced", payload: kinds }],
    rightsChanged: [...new Set(everyone.map(({ personId }) => personId))],
  };
}

function kindsOf({ itinerary }: LoadedItinerary, ids: readonly PhaseId[]): readonly PhaseKind[] {
  return itinerary.filter(({ id }) => ids.includes(id)).map(({ kind }) => kind);
}

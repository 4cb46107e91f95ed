import type { PhaseKind } from "~/app/domain/assembly/phase";
import { advancePhase } from "~/server/commands/prepare/advance-phase";
import { listPhaseChanges, listPhases, type PhaseRow } from "../repositories/phase";
import { type Convention, type DemoWorld, must } from "./demo-world";

/** Advances phase by phase to this kind, each on the day it was planned for. */
export async function advanceTo(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  kind: PhaseKind,
): Promise<void> {
  const { main } = world.app.stores;
  const phases = await listPhases(main, assemblyId);
  const wanted = phases.findIndex((phase) => phase.kind === kind);
  for (;;) {
    const changes = await listPhaseChanges(main, assemblyId);
    const open = changes.at(-1)?.to ?? [];
    const at = Math.max(...phases.map(({ id }, index) => (open.includes(id) ? index : -1)));
    const next = phases[at + 1];
    if (at >= wanted || !next) return;
    world.travelTo(momentOf(next));
    const order = { assemblyId, seen: changes.length, to: next.id, keep: [] };
    must(await advancePhase(await world.as(organiser), world.commandId(), order));
  }
}

const TEN_O_CLOCK_MS = 10 * 3_600_000;

const momentOf = ({ startsAt }: PhaseRow): Date => new Date(startsAt.getTime() + TEN_O_CLOCK_MS);

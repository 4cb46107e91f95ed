import type { PersonActor } from "~/app/domain/assembly/actor";
import type { PersonId } from "~/app/domain/kernel/ids";

/** Somebody who asked for what is done later: for the journal. `permits` was asked when they asked. */
export function inTheNameOf(personId: PersonId): PersonActor {
  return { kind: "person", personId, organiserOf: [], participations: [] };
}

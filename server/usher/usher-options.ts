import type { Actor } from "~/app/domain/assembly/actor";
import type { ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { App } from "../context";

/** What following rights needs. */
export interface UsherOptions {
  readonly app: App;
  /** A person with the roles they hold now; with `only`, as seen from a device that opens that one participation. */
  readonly actorOf: (personId: PersonId, only: ParticipationId | null) => Promise<Actor>;
}

import type { Role } from "../assembly/role";
import type { ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";

interface Held {
  readonly id: ParticipationId;
  readonly role: Role;
}

/**
 * Takes one role of the team away. `team` is everyone active in the assembly. Refuses with `not-found` (no such role, or a member: they
 * leave by their invitation, not here) and `last-organiser` (an assembly without one could never be led again).
 */
export function removeRole<Row extends Held>(
  team: readonly Row[],
  id: ParticipationId,
): Result<Row, "not-found" | "last-organiser"> {
  const held = team.find((row) => row.id === id);
  if (!held || held.role === "member") return refuse("not-found");
  if (held.role === "organiser" && team.filter(({ role }) => role === "organiser").length === 1)
    return refuse("last-organiser");
  return accept(held);
}

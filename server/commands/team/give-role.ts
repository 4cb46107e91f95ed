import { newId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import { findRoleOf, insertParticipation, type RoleKey } from "~/db/repositories/participation";
import { resumeRole } from "~/db/repositories/team-role";
import type { App } from "../../context";

/** Gives a person a role of the team, inside a command's transaction; one they had before is given back, one they hold is left. */
export async function giveRole(tx: Main, app: App, key: RoleKey): Promise<void> {
  const held = await findRoleOf(tx, key);
  if (held?.state === "active") return;
  if (held) return resumeRole(tx, held.id);
  await insertParticipation(tx, {
    id: newId<"participation">(app.random),
    ...key,
    seat: null,
    state: "active",
    namePublic: false,
    createdAt: app.clock.now(),
    endedAt: null,
  });
}

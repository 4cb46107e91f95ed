import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import {
  type DeviceTrouble,
  deviceTroubles,
  HEARD_LEVEL,
  type Readiness,
  readinessOf,
} from "~/app/domain/learning/device-check";
import type { DeviceCheckRow } from "~/db/repositories/device-check";
import { listDeviceChecks } from "~/db/repositories/member-readiness";
import { listParticipants } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** What one device check found, in the words of a table. */
export interface ShownCheck {
  readonly atMs: number;
  readonly readiness: Readiness;
  readonly heard: boolean;
  readonly camera: boolean;
  readonly speaker: boolean;
  readonly roundTripMs: number | null;
  readonly trouble: DeviceTrouble | null;
}

export interface CheckedPerson {
  readonly participationId: ParticipationId;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
  readonly email: string | null;
  readonly check: ShownCheck | null;
}

const urgency: Readonly<Record<Readiness | "none", number>> = { "needs-help": 0, none: 1, "can-follow": 2, ready: 3 };

/** Everyone who comes to sessions, and what their last device check found: who needs help first. */
export async function deviceChecks(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<readonly CheckedPerson[]>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "device-check.see", assemblyId });
  if (!authorised.ok) return authorised;
  const checks = new Map((await listDeviceChecks(db, assemblyId)).map((row) => [row.participationId, row]));
  const people = (await listParticipants(db, assemblyId)).map(({ id, name, role, phone, email }) => {
    const row = checks.get(id);
    return { participationId: id, name, role, phone, email, check: row ? shownCheck(row) : null };
  });
  return accept(people.sort((a, b) => urgency[a.check?.readiness ?? "none"] - urgency[b.check?.readiness ?? "none"]));
}

export function shownCheck(row: DeviceCheckRow): ShownCheck {
  const { at, camera, speaker, roundTripMs, microphoneLevel, trouble } = row;
  return {
    atMs: at.getTime(),
    readiness: readinessOf(row),
    heard: (microphoneLevel ?? 0) >= HEARD_LEVEL,
    camera,
    speaker,
    roundTripMs,
    trouble: deviceTroubles.find((known) => known === trouble) ?? null,
  };
}

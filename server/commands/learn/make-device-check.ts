import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DeviceCheckResult, type Readiness, readinessOf } from "~/app/domain/learning/device-check";
import { saveDeviceCheck } from "~/db/repositories/device-check";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface StoreDeviceCheck {
  readonly assemblyId: AssemblyId;
  readonly check: DeviceCheckResult;
}

/** Keeps the last device check of the person who asks, for each of their roles in the assembly. */
export async function makeDeviceCheck(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, check }: StoreDeviceCheck,
): Promise<Result<{ readiness: Readiness }>> {
  return carryOut(caller, { commandId, action: "device-check.make" }, async (tx) => {
    const authorised = await authorise(tx, caller.actor, { action: "device-check.make", assemblyId });
    if (!authorised.ok) return authorised;
    const held = rolesIn(caller.actor, assemblyId);
    if (held.length === 0) return refuse("not-a-participant");
    const at = caller.app.clock.now();
    for (const { participationId } of held) await saveDeviceCheck(tx, { participationId, assemblyId, at, ...check });
    const readiness = readinessOf(check);
    return accept({
      value: { readiness },
      journal: [{ action: "device-check.make", assemblyId, subject: { kind: "device-check" }, data: { readiness } }],
    });
  });
}

import { rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findDeviceCheck } from "~/db/repositories/device-check";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type ShownCheck, shownCheck } from "./device-checks";

export interface OwnDeviceCheck {
  readonly last: ShownCheck | null;
  /** Whether the person may see everyone's checks. */
  readonly seesAll: boolean;
}

/** The last device check of the person who asks. */
export async function ownDeviceCheck(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<OwnDeviceCheck>> {
  const authorised = await authorise(app.stores.main, actor, { action: "device-check.make", assemblyId });
  if (!authorised.ok) return authorised;
  const [held] = rolesIn(actor, assemblyId);
  const row = held && (await findDeviceCheck(app.stores.main, held.participationId));
  return accept({
    last: row ? shownCheck(row) : null,
    seesAll: permits(actor, "device-check.see", authorised.value.scope).ok,
  });
}

import { visitor } from "~/app/domain/assembly/actor";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { AssemblyId, CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findParticipation } from "~/db/repositories/participation";
import type { VisitingCaller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { findByToken } from "../../kernel/recruit/find-by-token";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "../auth/add-device";
import { proveAddress } from "../auth/prove-address";

/** How long after the answer the invitation also signs in; later, the person's address or card does. */
const ENTRY_MS = 14 * DAY_MS;

type Entered = { readonly deviceId: DeviceId; readonly assemblyId: AssemblyId };

/**
 * Signs in who has accepted, by their own invitation. The link of the mail proves their address; the code of a letter, which whoever
 * printed it can read, opens this seat and nothing else. Refuses as `findByToken` does, `invitation-not-accepted`, `link-expired`
 * and `sign-in-over`.
 */
export async function enterByInvitation(
  { app, source }: Pick<VisitingCaller, "app" | "source">,
  commandId: CommandId,
  { token, device }: { readonly token: string; readonly device: AskingDevice },
): Promise<Result<Entered>> {
  const found = await findByToken({ app, source }, token);
  if (!found.ok) return found;
  const { assemblyId, participationId, state, answeredAt, proves } = found.value;
  if (state !== "accepted" || participationId === null || answeredAt === null) return refuse("invitation-not-accepted");
  if (app.clock.now().getTime() - answeredAt.getTime() > ENTRY_MS) return refuse("link-expired");
  const done = await carryOut(
    { app, actor: visitor },
    { commandId, action: "sign-in.invitation", proof: token },
    async (tx) => {
      const held = await findParticipation(tx, participationId);
      if (held?.state !== "active") return refuse("invitation-not-accepted");
      const at = app.clock.now();
      const proven = proves && (await proveAddress(tx, { email: proves, personId: held.personId, at }));
      const personId = proven ? proven.personId : held.personId;
      const means = proven ? "invitation" : "letter";
      const deviceId = await addDevice(tx, app, { personId, means, only: proven ? null : participationId, device });
      return accept({
        value: { deviceId },
        journal: [...(proven ? proven.journal : []), signInNote({ personId, means })],
        facts: proven ? proven.facts : [],
        rightsChanged: proven ? proven.joined : [],
        ...endedBy(device, proven ? proven.devicesEnded : []),
      });
    },
  );
  if (!done.ok) return done;
  const confirmed = await confirmDevice(app, done.value.deviceId);
  return confirmed.ok ? accept({ ...confirmed.value, assemblyId }) : confirmed;
}

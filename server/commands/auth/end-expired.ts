import { system } from "~/app/domain/assembly/actor";
import { accept, type Result } from "~/app/domain/kernel/result";
import { endExpiredDevices } from "~/db/repositories/device";
import type { App } from "../../context";
import { carryOut } from "../../kernel/carry-out";

/** Ends the devices whose time is over, so that what they have open closes though nobody asks anything of them. Refuses as `carryOut` does. */
export async function endExpired(app: App): Promise<Result<null>> {
  const order = { commandId: null, action: "device.expire" };
  return carryOut<null>({ app, actor: system }, order, async (tx) => {
    const ended = await endExpiredDevices(tx, app.clock.now());
    const journal = ended.map((id) => ({ action: "device.expire", subject: { kind: "device", id } }));
    return accept({ value: null, journal, devicesEnded: ended });
  });
}

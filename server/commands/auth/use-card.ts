import { visitor } from "~/app/domain/assembly/actor";
import type { CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { readCardCode } from "~/app/domain/people/card-code";
import { findCard } from "~/db/repositories/card";
import { findParticipation } from "~/db/repositories/participation";
import type { VisitingCaller } from "../../context";
import { wrongCode } from "../../kernel/auth/wrong-code";
import { carryOut } from "../../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "./add-device";

export interface UseCard {
  /** What was typed from the card, or the token of its picture. */
  readonly by: { readonly code: string } | { readonly token: string };
  readonly device: AskingDevice;
}

/**
 * Signs in with a printed card: to the seat it was printed for, whatever else its person may do. A code that is typed is looked up
 * before anything is counted (`wrongCode`). Refuses with `card-code-wrong`, `too-many-tries`, `link-unknown`, `card-revoked` (also once
 * the seat was given up), `sign-in-over` (a repeat after sign-out).
 */
export async function useCard(
  { app, source }: VisitingCaller,
  commandId: CommandId,
  { by, device }: UseCard,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const hashed = await hashOf({ app, source }, by);
  if (!hashed.ok) return hashed;
  const done = await carryOut(
    { app, actor: visitor },
    { commandId, action: "sign-in.card", proof: Object.values(hashed.value).join() },
    async (tx) => {
      const found = await findCard(tx, hashed.value);
      if (!found) return "code" in by ? refuse("card-code-wrong", {}, "code") : refuse("link-unknown");
      const { revokedAt, participationId: only } = found.card;
      const held = only === null ? undefined : await findParticipation(tx, only);
      if (revokedAt || only === null || held?.state !== "active") return refuse("card-revoked", {}, "code");
      const { personId } = held;
      const deviceId = await addDevice(tx, app, { personId, means: "card", only, device });
      return accept({ value: { deviceId }, journal: [signInNote({ personId, means: "card" })], ...endedBy(device) });
    },
  );
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}

async function hashOf(
  from: Pick<VisitingCaller, "app" | "source">,
  by: UseCard["by"],
): Promise<Result<{ codeHash: string } | { linkHash: string }>> {
  const { secrets, stores } = from.app;
  if ("token" in by) return accept({ linkHash: secrets.tokenHash(by.token) });
  const code = readCardCode(by.code);
  if (!code) return refuse("card-code-wrong", {}, "code");
  const codeHash = secrets.keyedHash("card-code", code);
  return (await findCard(stores.main, { codeHash })) ? accept({ codeHash }) : wrongCode(from, "card-code-wrong");
}

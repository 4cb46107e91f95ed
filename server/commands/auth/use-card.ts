import { visitor } from "~/app/domain/assembly/actor";
import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { CARD_WINDOW_MS, MOST_CARD_TRIES, readCardCode } from "~/app/domain/people/card-code";
import { findCard } from "~/db/repositories/card";
import { findParticipation } from "~/db/repositories/participation";
import { countUse } from "~/db/repositories/sign-in-limit";
import type { App, Caller } from "../../context";
import { carryOut } from "../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "./add-device";

export interface UseCard {
  /** What was typed from the card, or the token of its picture. */
  readonly by: { readonly code: string } | { readonly token: string };
  readonly device: AskingDevice;
}

/**
 * Signs in with a printed card: to the seat it was printed for, whatever else its person may do. Codes that are typed are counted for the whole installation before they are looked up.
 * Refuses with `card-code-wrong`, `too-many-tries`, `link-unknown`, `card-revoked` (also once the seat was given up), `sign-in-over` (a
 * repeat after sign-out).
 */
export async function useCard(
  { app }: Caller,
  commandId: string,
  { by, device }: UseCard,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const hashed = await hashOf(app, by);
  if (!hashed.ok) return hashed;
  const done = await carryOut({ app, actor: visitor }, { commandId, action: "sign-in.card" }, async (tx) => {
    const found = await findCard(tx, hashed.value);
    if (!found) return "code" in by ? refuse("card-code-wrong", {}, "code") : refuse("link-unknown");
    const { revokedAt, participationId: only } = found.card;
    const held = only === null ? undefined : await findParticipation(tx, only);
    if (revokedAt || only === null || held?.state !== "active") return refuse("card-revoked", {}, "code");
    const { personId } = held;
    const deviceId = await addDevice(tx, app, { personId, means: "card", only, device });
    return accept({ value: { deviceId }, journal: [signInNote({ personId, means: "card" })], ...endedBy(device) });
  });
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}

async function hashOf(app: App, by: UseCard["by"]): Promise<Result<{ codeHash: string } | { linkHash: string }>> {
  if ("token" in by) return accept({ linkHash: app.secrets.tokenHash(by.token) });
  const code = readCardCode(by.code);
  if (!code) return refuse("card-code-wrong", {}, "code");
  const key = app.secrets.keyedHash("limit", "card");
  const used = await countUse(app.stores.main, { key, now: app.clock.now(), windowMs: CARD_WINDOW_MS });
  if (used > MOST_CARD_TRIES) return refuse("too-many-tries", {}, "code");
  return accept({ codeHash: app.secrets.keyedHash("card-code", code) });
}

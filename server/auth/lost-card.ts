import { findDeviceOfToken } from "~/db/repositories/device";
import type { App } from "../context";
import { jarOf } from "./cookie";
import { deviceToken } from "./device-cookie";

/** Whether this browser was signed in with a card, and is no longer: printed anew, most likely. Known for a day (`forgetEndedDevices`). */
export async function lostCard(app: App, cookieHeader: string | null): Promise<boolean> {
  const token = deviceToken(cookieHeader, jarOf(app));
  const device = token === null ? undefined : await findDeviceOfToken(app.stores.main, app.secrets.tokenHash(token));
  return device?.means === "card" && device.endedAt !== null;
}

import { type Browser, chromium } from "@playwright/test";
import { findChromium } from "../stages/find-chromium.mjs";
import { madeUpDevices } from "../stages/made-up-devices.mjs";

/** A real browser with made-up devices, for figures. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  const args = ["--no-sandbox", "--disable-gpu", ...madeUpDevices];
  return chromium.launch({ ...(executablePath && { executablePath }), args });
}

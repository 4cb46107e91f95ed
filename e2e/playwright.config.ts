import { defineConfig } from "@playwright/test";
import { findChromium } from "./stages/find-chromium.mjs";
import { madeUpDevices } from "./stages/made-up-devices.mjs";

const chromium = findChromium();

const quietBrowser = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results/journeys",
  // A journey is a whole life of an assembly; it waits on what screens say, and each wait has its own, shorter limit.
  timeout: 5 * 60_000,
  expect: { timeout: 15_000 },
  // A journey waits half of its time for a page or for the server, so two share a machine of two cores well.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Slow journeys run in `npm run test:long`.
  ...(process.env.LONG === "1" ? {} : { grepInvert: /@long/ }),
  reporter: [["list"], ["json", { outputFile: "../test-results/journeys.json" }]],
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "off",
    video: "off",
    launchOptions: {
      args: [...quietBrowser, ...madeUpDevices],
      ...(chromium ? { executablePath: chromium } : {}),
    },
  },
});

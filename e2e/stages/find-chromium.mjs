// Finds a Chromium for the journeys, or gets one: Debian's package when root, else Playwright's download.
// The shell without a window comes first: the whole browser, even when nobody sees it, draws its own menus and bars for every page, and
// on two cores that takes longer than the pages.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { lastLines, runProgram } from "../../server/run-program.mjs";

const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const USUAL_PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DOWNLOADS = [".cache/ms-playwright", "Library/Caches/ms-playwright"].map((folder) => join(homedir(), folder));
const INSIDE_A_DOWNLOAD = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
];
const MINUTE = 60_000;

function downloadedByPlaywright() {
  return DOWNLOADS.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .flatMap((name) => INSIDE_A_DOWNLOAD.map((path) => join(folder, name, path))),
  );
}

/** The path of a Chromium on this machine, or null. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const places = [process.env.CHROMIUM_PATH, ...onPath, ...USUAL_PLACES, ...downloadedByPlaywright()];
  return places.filter(Boolean).find(existsSync) ?? null;
}

async function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update"], { env, limitMs: 3 * MINUTE });
  return runProgram("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], {
    env,
    limitMs: 8 * MINUTE,
  });
}

/** The path of a Chromium, installed if need be. Throws an Error that says what to install by hand. */
export async function provideChromium() {
  const found = findChromium();
  if (found) return found;
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const attempt = isDebianRoot
    ? await installWithApt()
    : await runProgram("node_modules/.bin/playwright", ["install", "chromium"], { limitMs: 5 * MINUTE });
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `${lastLines(attempt.output, 15)}\n\nNo Chromium was found or could be installed: install chromium or google-chrome, ` +
      "or name one in CHROMIUM_PATH.",
  );
}

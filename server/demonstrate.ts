export type { DemoLink } from "~/db/seeds/demonstration";

import { hasOrganiser } from "~/db/repositories/organisation";
import { type DemoLink, demoPoints, isDemoPoint, loadDemonstration } from "~/db/seeds/demonstration";
import { openApp } from "./app";
import { type Config, ConfigError } from "./config";

/** Loads the demonstration before the server starts, when the arguments ask for it: `--demo [--at POINT]` or `--load-demo POINT`. */
export async function demonstrate(config: Config, args: readonly string[]): Promise<readonly DemoLink[]> {
  const point = wantedPoint(args);
  if (point === null) return [];
  if (!isDemoPoint(point))
    throw new ConfigError(`Please choose a point of the demonstration: ${demoPoints.join(", ")}.`);
  process.stdout.write(`Loading the demonstration (${point})…\n`);
  const { app, stopJobs } = await openApp(config);
  try {
    if (app.config.smtpUrl !== null) {
      throw new ConfigError("The demonstration would send mails to made-up people: unset SMTP_URL first.");
    }
    if (await hasOrganiser(app.stores.main)) {
      process.stdout.write(
        "The demonstration is not loaded: this installation is in use already. (DATA_DIR names another folder.)\n",
      );
      return [];
    }
    return await loadDemonstration(app, point);
  } finally {
    await stopJobs();
    await app.stores.close();
  }
}

function wantedPoint(args: readonly string[]): string | null {
  const after = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const loaded = after("--load-demo");
  if (loaded !== undefined) return loaded;
  return args.includes("--demo") ? (after("--at") ?? "live") : null;
}

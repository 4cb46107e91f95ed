import { takeDraws } from "../commands/recruit/compute-draws";
import { takeForecasts } from "../commands/recruit/compute-forecasts";
import { deleteDueUndrawn } from "../commands/recruit/delete-undrawn";
import { forgetUploads } from "../commands/recruit/forget-uploads";
import { writeImports } from "../commands/recruit/write-imports";
import type { App } from "../context";
import type { Job } from "./jobs";

const HOUR_MS = 3_600_000;

/** What recruitment does on its own: writes imports, computes draws and forecasts, deletes what is due. */
export function recruitJobs(app: App): Job[] {
  return [
    {
      name: "pool-import",
      everyMs: 15_000,
      atStart: true,
      run: async () => void (await writeImports(app)),
    },
    longJob(app, "draws", takeDraws),
    longJob(app, "draw-forecast", takeForecasts),
    {
      name: "undrawn-deletion",
      everyMs: HOUR_MS,
      atStart: true,
      run: async () => {
        await deleteDueUndrawn(app);
        await forgetUploads(app);
      },
    },
  ];
}

/** A long computation must not keep another assembly's waiting: each goes its own way, and is given back when the server stops. */
function longJob(app: App, name: string, take: (app: App, ending: AbortSignal) => Promise<Promise<void>[]>): Job {
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  return {
    name,
    everyMs: 15_000,
    atStart: true,
    run: async () => {
      for (const computing of await take(app, ending.signal)) {
        const settled = computing
          .catch((error: unknown) => app.log.error({ err: error, job: name }, "what was computed could not be written"))
          .finally(() => underWay.delete(settled));
        underWay.add(settled);
      }
    },
    end: async () => {
      ending.abort();
      await Promise.all(underWay);
    },
  };
}

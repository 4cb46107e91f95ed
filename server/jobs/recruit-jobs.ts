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
      run: async () => void (await writeImports(app)),
    },
    {
      name: "draws",
      everyMs: 15_000,
      // A long draw must not keep another assembly's waiting: each goes its own way.
      run: async () => {
        for (const draw of await takeDraws(app)) {
          draw.catch((error: unknown) => app.log.error({ err: error }, "draw could not be settled"));
        }
      },
    },
    {
      name: "draw-forecast",
      everyMs: 15_000,
      run: async () => {
        for (const forecast of await takeForecasts(app)) {
          forecast.catch((error: unknown) => app.log.error({ err: error }, "forecast could not be written"));
        }
      },
    },
    {
      name: "undrawn-deletion",
      everyMs: HOUR_MS,
      run: async () => {
        await deleteDueUndrawn(app);
        await forgetUploads(app);
      },
    },
  ];
}

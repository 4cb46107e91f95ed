import { HOUR_MS } from "~/app/domain/kernel/clock";
import { drawRunsToCompute } from "~/db/repositories/draw";
import { forecastsToCompute } from "~/db/repositories/draw-forecast";
import { importBatchesToWrite } from "~/db/repositories/pool";
import { takeDraw } from "../commands/recruit/compute-draws";
import { takeForecast } from "../commands/recruit/compute-forecasts";
import { deleteDueUndrawn, undrawnToDelete } from "../commands/recruit/delete-undrawn";
import { forgetUpload, uploadsToForget } from "../commands/recruit/forget-uploads";
import { writeImport } from "../commands/recruit/write-imports";
import type { App } from "../context";
import type { Job } from "./job";

/** What recruitment does on its own: writes imports, computes draws and forecasts, deletes what is due. */
export function recruitJobs(app: App): Job[] {
  return [importJob(app), drawJob(app), forecastJob(app), undrawnJob(app), uploadsJob(app)];
}

function importJob(app: App): Job {
  return {
    name: "pool-import",
    everyMs: 15_000,
    atStart: true,
    async due() {
      const batches = await importBatchesToWrite(app.stores.main, app.clock.now());
      return batches.map(({ id }) => ({ id, work: async () => void (await writeImport(app, id)) }));
    },
  };
}

/** A long computation must not keep another assembly's waiting. */
const longWork = { everyMs: 15_000, atStart: true, atOnce: "each-its-own-way" } as const;

function drawJob(app: App): Job {
  return {
    name: "draws",
    ...longWork,
    async due() {
      const runs = await drawRunsToCompute(app.stores.main, app.clock.now());
      return runs.map(({ id }) => ({
        id,
        work: async (ending) => (await takeDraw(app, id, ending))?.settled,
      }));
    },
  };
}

function forecastJob(app: App): Job {
  return {
    name: "draw-forecast",
    ...longWork,
    async due() {
      const rows = await forecastsToCompute(app.stores.main, app.clock.now());
      return rows.map((key) => ({
        id: `${key.assemblyId} ${key.basis}`,
        work: async (ending) => (await takeForecast(app, key, ending))?.settled,
      }));
    },
  };
}

function undrawnJob(app: App): Job {
  return {
    name: "undrawn-deletion",
    everyMs: HOUR_MS,
    atStart: true,
    async due() {
      const pools = await undrawnToDelete(app);
      return pools.map((pool) => ({ id: pool.assemblyId, work: () => deleteDueUndrawn(app, pool) }));
    },
  };
}

function uploadsJob(app: App): Job {
  return {
    name: "forgotten-uploads",
    everyMs: HOUR_MS,
    atStart: true,
    async due() {
      const files = await uploadsToForget(app);
      return files.map((file) => ({ id: file.id, work: () => forgetUpload(app, file) }));
    },
  };
}

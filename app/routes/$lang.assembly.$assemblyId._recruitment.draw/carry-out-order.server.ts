import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { applyRelaxation } from "~/server/commands/recruit/apply-relaxation";
import { drawWithKept } from "~/server/commands/recruit/draw-with-kept";
import { requestForecast } from "~/server/commands/recruit/renew-forecast";
import { startDraw } from "~/server/commands/recruit/start-draw";
import { stopDraw } from "~/server/commands/recruit/stop-draw";
import type { Caller } from "~/server/context";
import type { DrawOrder } from "./form";

/** Has one order about the draw carried out. */
export function carryOutOrder(caller: Caller, order: DrawOrder, assemblyId: AssemblyId): Promise<Result<unknown>> {
  const { commandId } = order;
  switch (order.intent) {
    case "draw": {
      const { algorithm, reason, lottery } = order;
      return startDraw(caller, commandId, { assemblyId, what: "panel", algorithm, reason, lottery });
    }
    case "stop":
      return stopDraw(caller, commandId, { assemblyId, runId: order.runId });
    case "use-kept":
      return drawWithKept(caller, commandId, { assemblyId, runId: order.runId });
    case "relax": {
      const { source, basis, proposal } = order;
      return applyRelaxation(caller, commandId, { assemblyId, source, basis, proposal });
    }
    case "forecast":
      return requestForecast(caller, commandId, { assemblyId });
  }
}

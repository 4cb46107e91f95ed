import { describe, expect, it } from "vitest";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import type { PanelLottery } from "~/app/domain/sortition/draw-result";
import { aDrawRequest } from "~/app/domain/testing/sortition";
import { lotteryHash } from "./draw-json";
import { inProcessDrawPort } from "./in-process-draw-port";
import { workerDrawPort } from "./worker-draw-port";

describe.each([
  ["in this process", inProcessDrawPort],
  ["in a worker", workerDrawPort],
])("a draw %s", (_, port) => {
  it("answers with a panel of the right size", async () => {
    const outcome = await port.start(aDrawRequest({ algorithm: "quick" })).result;
    expect(outcome.status === "drawn" && outcome.result.drawnIds).toHaveLength(4);
  });

  it("tells the same panel for the same seed", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => port.start(aDrawRequest({ algorithm: "quick" })).result));
    expect(one?.status === "drawn" && one.result.drawnIds).toEqual(two?.status === "drawn" && two.result.drawnIds);
  });

  it("tells which step it is at", async () => {
    const steps: string[] = [];
    await port.start(aDrawRequest({ algorithm: "quick" }), ({ step }) => steps.push(step)).result;
    expect(steps[0]).toBe("check");
  });

  it("answers a bad request with every refusal", async () => {
    const outcome = await port.start(aDrawRequest({ seats: 0, quotas: [] })).result;
    expect(outcome.status === "refused" && outcome.refusals.map(({ code }) => code)).toEqual([
      "seats-not-whole",
      "no-quotas",
    ]);
  });

  it("forecasts how tight the quotas are", async () => {
    const quotas = aDrawRequest().quotas.map((quota) =>
      quota.value === "young" ? { ...quota, min: 1, max: 1 } : quota,
    );
    const forecast = await port.forecast(aDrawRequest({ quotas })).result;
    expect(forecast.status === "possible" && forecast.tightness.prices[0]?.gain).toBeGreaterThan(0.05);
  });

  it("stops forecasting when asked", async () => {
    const running = port.forecast(aDrawRequest());
    running.stop();
    expect((await running.result).status).toBe("stopped");
  });

  it("passes the lottery on as one text, with the fingerprint that the command line prints", async () => {
    const request = aDrawRequest({ lottery: 50 });
    const outcome = await port.start(request).result;
    if (outcome.status !== "drawn" || !outcome.result.lottery) throw new Error(outcome.status);
    const { lottery } = outcome.result;
    const panels = [...panelsOf(lottery)];
    expect(panels).toHaveLength(50);
    expect(lottery.hash).toBe(lotteryHash({ panels } as unknown as PanelLottery, request));
  });

  it("stops when asked", async () => {
    const running = port.start(aDrawRequest({ algorithm: "quick" }));
    running.stop();
    expect((await running.result).status).toBe("stopped");
  });
});

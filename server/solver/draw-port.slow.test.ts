import { describe, expect, it } from "vitest";
import { panelsOf } from "~/app/domain/recruitment/kept-lottery";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { PanelLottery } from "~/app/domain/sortition/draw-result";
import { drawnPlace } from "~/app/domain/sortition/drawn-place";
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

/** A pool of which the first panels are there at once and the proof is not, and a list long enough to take its time to be written. */
const unhurried = (): DrawRequest => {
  const places = Array.from({ length: 40 }, (_, at) => `place ${at}`);
  const people = Array.from({ length: 2000 }, (_, at) => ({
    id: `p${at}`,
    features: { place: places[(at * 7) % 40] ?? "", age: `age ${(at * 13) % 31}`, work: `work ${(at * at) % 17}` },
  }));
  const values = { place: places, age: numbered("age", 31), work: numbered("work", 17) };
  const quotas = Object.entries(values).flatMap(([feature, all]) =>
    all.map((value) => ({ feature, value, min: 0, max: 20 })),
  );
  return { people, quotas, seats: 150, algorithm: "leximin", seed: "test", lottery: 4000 };
};
const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${word} ${at}`);

describe("a draw in a worker that is stopped while it seeks panels", () => {
  it("answers with what it has found, however long it takes to write down", async () => {
    const running = workerDrawPort.start(unhurried(), ({ step }) => step === "panels" && running.stop());
    const ended = await running.result;
    if (ended.status !== "stopped" || !ended.result?.lottery) throw new Error(ended.status);
    expect([...panelsOf(ended.result.lottery)]).toHaveLength(4000);
    expect(ended.result.lottery.place).toBe(drawnPlace("test", 4000));
  });

  it("is ended at once when nobody waits for it any more", async () => {
    const running = workerDrawPort.start(unhurried());
    running.end();
    expect((await running.result).status).toBe("unanswered");
  });
});

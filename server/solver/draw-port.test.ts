import { describe, expect, it } from "vitest";
import { aDrawRequest } from "~/app/domain/testing/sortition";
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

  it("measures how tight the quotas are", async () => {
    const quotas = aDrawRequest().quotas.map((quota) =>
      quota.value === "young" ? { ...quota, min: 1, max: 1 } : quota,
    );
    const tightness = await port.measure(aDrawRequest({ quotas }));
    expect(tightness?.prices[0]?.gain).toBeGreaterThan(0.05);
  });

  it("stops when asked", async () => {
    const running = port.start(aDrawRequest({ algorithm: "quick" }));
    running.stop();
    expect((await running.result).status).toBe("stopped");
  });
});

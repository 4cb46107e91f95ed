import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { drawRunUnderWay, lastDraw, leaseDrawRun } from "~/db/repositories/draw";
import { findForecast, leaseForecast } from "~/db/repositories/draw-forecast";
import { voidLeases } from "~/db/repositories/lease";
import type { App } from "../../context";
import type { DrawPort, RunningForecast } from "../../solver/solver-port";
import { workerDrawPort } from "../../solver/worker-draw-port";
import type { BuiltAssembly } from "../../testing/build-assembly";
import { buildPool } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { takeDraws } from "./compute-draws";
import { takeForecasts } from "./compute-forecasts";
import { startDraw } from "./start-draw";

let world: TestApp;
let built: BuiltAssembly;
let app: App;
beforeEach(async () => {
  world = await testApp();
  built = await buildPool(world);
  // A thread of its own takes longer to begin than the next line to be reached.
  app = { ...world.app, draws: workerDrawPort };
});
afterEach(() => world.dispose());

const underWay = () => drawRunUnderWay(world.app.stores.main, built.assemblyId);

async function askForDraw() {
  const order = { assemblyId: built.assemblyId, what: "panel", algorithm: "quick", reason: "" } as const;
  const started = await startDraw(built.organiser, world.commandId(), order);
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.runId;
}

describe("when a server stops in the middle of a draw", () => {
  it("in order, the draw waits again at once, and the next server makes it with the same seed", async () => {
    await askForDraw();
    const before = await underWay();
    const ending = new AbortController();
    const taken = await takeDraws(app, ending.signal);
    expect((await underWay())?.leasedUntil).not.toBe(null);
    ending.abort();
    await Promise.all(taken);
    expect(await underWay()).toMatchObject({ state: "waiting", leasedUntil: null, seed: before?.seed });
    expect(await lastDraw(app.stores.main, built.assemblyId)).toBeUndefined();
    await Promise.all(await takeDraws(world.app));
    expect(await lastDraw(app.stores.main, built.assemblyId)).toMatchObject({ seed: before?.seed });
  });

  it("in order, a forecast waits again at once", async () => {
    const ending = new AbortController();
    const taken = await takeForecasts(app, ending.signal);
    expect(taken).toHaveLength(1);
    ending.abort();
    await Promise.all(taken);
    expect(await findForecast(app.stores.main, built.assemblyId)).toMatchObject({
      state: "waiting",
      leasedUntil: null,
    });
    await Promise.all(await takeForecasts(world.app));
    expect(await findForecast(app.stores.main, built.assemblyId)).toMatchObject({ state: "done" });
  });

  it("a lease that somebody else holds by then stays theirs", async () => {
    const runId = await askForDraw();
    const ending = new AbortController();
    const taken = await takeDraws(app, ending.signal);
    world.clock.advance(MINUTE_MS + 1);
    const until = new Date(world.clock.now().getTime() + MINUTE_MS);
    expect(await leaseDrawRun(app.stores.main, runId, { now: world.clock.now(), until })).toBe(true);
    ending.abort();
    await Promise.all(taken);
    expect((await underWay())?.leasedUntil).toEqual(until);
  });

  it("a forecast that somebody else computes by then stays theirs, whether this server stops or has an outcome", async () => {
    for (const isStopping of [true, false]) {
      const ending = new AbortController();
      let end = (): void => undefined;
      const result = new Promise<Awaited<RunningForecast["result"]>>((resolve) => {
        end = () => resolve({ status: "stopped" });
      });
      const draws: DrawPort = { ...workerDrawPort, forecast: () => ({ result, stop: end, end }) };
      const taken = await takeForecasts({ ...world.app, draws }, ending.signal);
      expect(taken).toHaveLength(1);
      // As the other server's clock says.
      const now = new Date(world.clock.now().getTime() + MINUTE_MS + 1);
      const until = new Date(now.getTime() + MINUTE_MS);
      const row = await findForecast(app.stores.main, built.assemblyId);
      expect(row && (await leaseForecast(app.stores.main, row, { now, until }))).toBe(true);
      if (isStopping) ending.abort();
      else end();
      await Promise.all(taken);
      const after = await findForecast(app.stores.main, built.assemblyId);
      expect(after).toMatchObject({ state: "waiting", leasedUntil: until });
      world.clock.advance(3 * MINUTE_MS);
    }
  });

  it("by force, its lease is void at the start of the next server of the same folder", async () => {
    const runId = await askForDraw();
    const now = world.clock.now();
    await leaseDrawRun(app.stores.main, runId, { now, until: new Date(now.getTime() + MINUTE_MS) });
    expect(await takeDraws(world.app)).toHaveLength(0);
    await voidLeases(app.stores.main);
    const taken = await takeDraws(world.app);
    expect(taken).toHaveLength(1);
    await Promise.all(taken);
    expect(await lastDraw(app.stores.main, built.assemblyId)).toBeDefined();
  });
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ComputedDraw } from "~/app/domain/recruitment/kept-lottery";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import { drawRunUnderWay, leaseDrawRun } from "~/db/repositories/draw";
import type { App } from "../../context";
import { drawPage } from "../../queries/recruit/draw-page";
import type { DrawPort } from "../../solver/solver-port";
import type { BuiltAssembly } from "../../testing/build-assembly";
import { value } from "../../testing/build-live";
import { buildPool } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { takeDraws } from "./compute-draws";
import { startDraw } from "./start-draw";
import { stopDraw } from "./stop-draw";

let world: TestApp;
let built: BuiltAssembly;
let app: App;
let looks = 0;
let tell: (progress: DrawProgress) => void = () => undefined;
beforeEach(async () => {
  world = await testApp();
  built = await buildPool(world);
  const now = (): Date => {
    looks++;
    return world.clock.now();
  };
  app = { ...world.app, clock: { now }, draws: endless };
  const order = { assemblyId: built.assemblyId, what: "panel", algorithm: "leximin", reason: "" } as const;
  value(await startDraw(built.organiser, world.commandId(), order));
});
afterEach(() => world.dispose());

/** A place where draws are computed until somebody stops them. */
const endless: DrawPort = {
  start(_, onProgress) {
    tell = onProgress ?? tell;
    let stop = (): void => undefined;
    const result = new Promise<ComputedDraw>((resolve) => {
      stop = () => resolve({ status: "stopped" });
    });
    return { result, stop, end: stop };
  },
  forecast: (request, onProgress) => world.app.draws.forecast(request, onProgress),
};

const underWay = () => drawRunUnderWay(world.app.stores.main, built.assemblyId);
const someLooks = async () => {
  const enough = looks + 3;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(enough), { timeout: 10_000, interval: 50 });
};
const shown = async () => value(await drawPage({ ...built.organiser, app }, built)).running?.progress;

test("a draw under way writes its lease four times a minute, and how far it is with it; the page shows it at once", async () => {
  const ending = new AbortController();
  const taken = await takeDraws(app, ending.signal);
  const begun = (await underWay())?.leasedUntil as Date;
  tell({ step: "panels", done: 5, of: 10 });
  world.clock.advance(5_000);
  await someLooks();
  expect(await underWay()).toMatchObject({ leasedUntil: begun, progress: null });
  expect(await shown()).toEqual({ step: "panels", done: 5, of: 10 });
  world.clock.advance(10_000);
  await someLooks();
  const renewed = new Date(begun.getTime() + 15_000);
  expect(await underWay()).toMatchObject({ leasedUntil: renewed, progress: { step: "panels", done: 5, of: 10 } });
  tell({ step: "panels", done: 6, of: 10 });
  await someLooks();
  expect(await underWay()).toMatchObject({ leasedUntil: renewed, progress: { done: 5 } });
  expect(await shown()).toMatchObject({ done: 6 });
  ending.abort();
  await Promise.all(taken);
  expect(await underWay()).toMatchObject({ leasedUntil: null });
});

test("a draw that is asked to stop says at once where it stood, for whoever takes it up after a crash", async () => {
  const silent: DrawPort = {
    ...endless,
    start: (request, tell) => ({ ...endless.start(request, tell), stop: () => undefined }),
  };
  const ending = new AbortController();
  const taken = await takeDraws({ ...app, draws: silent }, ending.signal);
  tell({ step: "panels", done: 5, of: 10 });
  await someLooks();
  expect(await underWay()).toMatchObject({ progress: null });
  const runId = (await underWay())?.id ?? ("" as never);
  value(await stopDraw(built.organiser, world.commandId(), { assemblyId: built.assemblyId, runId }));
  await someLooks();
  tell({ step: "panels", done: 6, of: 10 });
  await someLooks();
  expect(await underWay()).toMatchObject({ progress: { step: "panels", done: 5, of: 10 } });
  ending.abort();
  await Promise.all(taken);
});

test("a draw that another server has taken over is left to it", async () => {
  const taken = await takeDraws(app);
  world.clock.advance(61_000);
  const now = world.clock.now();
  const until = new Date(now.getTime() + 60_000);
  const run = await underWay();
  if (run && (run.leasedUntil ?? now) < now) await leaseDrawRun(world.app.stores.main, run.id, { now, until });
  await Promise.all(taken);
  expect(await underWay()).toMatchObject({ state: "waiting", leasedUntil: until });
});

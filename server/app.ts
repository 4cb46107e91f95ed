import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { newId } from "~/app/domain/kernel/ids";
import type { Random } from "~/app/domain/kernel/random";
import { openStores, type Stores } from "~/db/connect";
import { prepareDataFolder } from "~/db/data-folder";
import { migrateStores } from "~/db/migrate";
import { assertOneInstallation } from "~/db/repositories/installation";
import { voidLeases } from "~/db/repositories/lease";
import { lockFolder } from "~/db/sqlite/lock-folder";
import { attachRealtime, openDocuments } from "~/realtime/server/attach";
import { announcers } from "./announcer/announcers";
import { recentUses } from "./auth/recent-uses";
import { openSecrets } from "./auth/secrets";
import { actorOf } from "./auth/who";
import type { Config } from "./config";
import type { App } from "./context";
import { relayLiveDocuments } from "./documents/relay-live-documents";
import { createHttp, type DevMiddleware } from "./http/create-http";
import { patience } from "./http/patience";
import { withStorageRefusals } from "./http/storage-refusals";
import { allJobs } from "./jobs/all-jobs";
import { type Jobs, startJobs } from "./jobs/jobs";
import { refusalOfStore } from "./kernel/carry-out";
import { createLog } from "./log/log";
import { progressBoard } from "./solver/progress-board";
import { workerDrawPort } from "./solver/worker-draw-port";
import { videoUsher } from "./usher/video-usher";
import { openVideo } from "./video/open-video";

export interface StartOptions {
  readonly config: Config;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** In development: Vite's middleware, and the http server that its own socket shares. */
  readonly dev?: { readonly server: Server; readonly middleware: DevMiddleware };
}

export interface Running {
  readonly app: App;
  readonly server: Server;
  /** Stops taking requests, lets what is under way end, and closes the stores. */
  close(): Promise<void>;
}

/** Opens everything and listens. Throws when the stores cannot be opened or the port is taken; `explainStart` has the sentences. */
export async function start({ config, build, dev }: StartOptions): Promise<Running> {
  const server = dev?.server ?? createServer(patience);
  const { app, announcer, rooms, usher, stopJobs } = await openApp(config);
  const port = await listen(server, config).catch(async (error: unknown) => {
    await stopJobs();
    await app.stores.close();
    throw error;
  });
  const running: App = { ...app, baseUrl: config.baseUrl ?? `http://localhost:${port}` };
  const pages = typeof build === "function" ? async () => asPages(await build()) : asPages(build);
  server.on("request", createHttp({ app: running, build: pages, ...(dev && { dev: dev.middleware }) }));
  const letThrough = dev !== undefined;
  const realtime = attachRealtime({ server, app: running, rooms, announcers: announcer, letThrough });
  announcer.add(usher);
  return {
    app: running,
    server,
    async close() {
      await realtime.close();
      await closeServer(server);
      await stopJobs();
      await app.stores.close();
    },
  };
}

const asPages = (build: ServerBuild): ServerBuild => withStorageRefusals(build, refusalOfStore);

/**
 * The stores, for this process alone on SQLite: two would each hold texts and timers of their own. (On PostgreSQL nothing is locked,
 * and several are to come; until then a second server there does not see which texts the first has locked.)
 */
async function openOwnStores({ dataDir, databaseUrl }: Config): Promise<Stores> {
  const where = { dataDir, ...(databaseUrl !== null && { databaseUrl }) };
  const lock = databaseUrl === null ? await lockFolder(dataDir) : null;
  try {
    await migrateStores(where);
    const stores = await openStores(where);
    const close = async (): Promise<void> => {
      await stores.close();
      lock?.release();
    };
    return { ...stores, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Opens the stores of one installation, and the secret beside them. */
async function openInstallation(config: Config, random: Random, now: Date) {
  const stores = await openOwnStores(config);
  try {
    await assertOneInstallation(stores, newId(random), now);
    return { stores, secrets: openSecrets(config.dataDir) };
  } catch (error) {
    await stores.close();
    throw error;
  }
}

/** The application without its sockets and pages: what the demonstration's loader and the tests need. */
export async function openApp(config: Config) {
  const log = createLog(config.logLevel);
  const open = prepareDataFolder(config.dataDir);
  if (open.length > 0) log.warn({ paths: open }, "others on this machine may read these, which belong to another user");
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const clock = { now: () => new Date() };
  const { stores, secrets } = await openInstallation(config, random, clock.now());
  const announcer = announcers((error) => log.error({ err: error }, "somebody was not told what happened"));
  const documents = relayLiveDocuments();
  let jobs: Jobs | null = null;
  const app: App = {
    config,
    stores,
    clock,
    random,
    secrets,
    recentUses: recentUses(),
    log,
    announcer,
    documents,
    jobs: { wake: (name) => jobs?.wake(name), stop: async () => jobs?.stop() },
    draws: workerDrawPort,
    drawProgress: progressBoard(),
    video: openVideo(config.video),
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
  };
  const rooms = openDocuments(app);
  documents.attach(rooms);
  // One process at a time serves a folder: whoever held a lease there before has gone. On PostgreSQL others may be alive.
  if (config.databaseUrl === null) await voidLeases(stores.main);
  const usher = videoUsher({ app, actorOf: (personId, only) => actorOf(stores.main, personId, only) });
  jobs = startJobs(allJobs(app, { usher }), app);
  return { app, announcer, rooms, usher, stopJobs: () => app.jobs.stop() };
}

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : config.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}

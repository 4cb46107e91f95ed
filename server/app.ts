import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { newId } from "~/app/domain/kernel/ids";
import { openStores } from "~/db/connect";
import { migrateStores } from "~/db/migrate";
import { assertOneInstallation } from "~/db/repositories/installation";
import { attachRealtime, openDocuments } from "~/realtime/attach";
import { openSecrets } from "./auth/secrets";
import { actorOf } from "./auth/who";
import { refusalOfStore } from "./commands/kernel/carry-out";
import type { Config } from "./config";
import type { App } from "./context";
import { createHttp, type DevMiddleware } from "./http/create-http";
import { patience } from "./http/patience";
import { withStorageRefusals } from "./http/storage-refusals";
import { allJobs } from "./jobs/all-jobs";
import { bothAnnouncers } from "./jobs/both-announcers";
import { type Jobs, startJobs } from "./jobs/jobs";
import { relayAnnouncer } from "./jobs/relay-announcer";
import { relayLiveDocuments } from "./jobs/relay-live-documents";
import { videoUsher } from "./jobs/video-usher";
import { createLog } from "./log/log";
import { workerDrawPort } from "./solver/worker-draw-port";
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

/** Opens everything and listens. Throws when the stores cannot be opened or the port is taken. */
export async function start({ config, build, dev }: StartOptions): Promise<Running> {
  const server = dev?.server ?? createServer(patience);
  const { app, announcer, rooms, stopJobs } = await openApp(config);
  const port = await listen(server, config);
  const running: App = { ...app, baseUrl: config.baseUrl ?? `http://localhost:${port}` };
  const pages = typeof build === "function" ? async () => asPages(await build()) : asPages(build);
  server.on("request", createHttp({ app: running, build: pages, ...(dev && { dev: dev.middleware }) }));
  const realtime = attachRealtime({ server, app: running, rooms, letThrough: dev !== undefined });
  const usher = videoUsher({ app: running, actorOf: (personId) => actorOf(app.stores.main, personId) });
  announcer.attach(bothAnnouncers(realtime.announcer, usher));
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

/** The application without its sockets and pages: what the demonstration's loader and the tests need. */
export async function openApp(config: Config) {
  const where = { dataDir: config.dataDir, ...(config.databaseUrl !== null && { databaseUrl: config.databaseUrl }) };
  await migrateStores(where);
  const stores = await openStores(where);
  const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const clock = { now: () => new Date() };
  await assertOneInstallation(stores, newId(random), clock.now());
  const log = createLog(config.logLevel);
  const announcer = relayAnnouncer();
  const documents = relayLiveDocuments();
  let jobs: Jobs | null = null;
  const app: App = {
    config,
    stores,
    clock,
    random,
    secrets: openSecrets(config.dataDir),
    log,
    announcer,
    documents,
    jobs: { wake: (name) => jobs?.wake(name), stop: async () => jobs?.stop() },
    draws: workerDrawPort,
    video: openVideo(config.video),
    baseUrl: config.baseUrl ?? `http://localhost:${config.port}`,
  };
  const rooms = openDocuments(app);
  documents.attach(rooms);
  jobs = startJobs(allJobs(app), log);
  return { app, announcer, rooms, stopJobs: () => app.jobs.stop() };
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

import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { AssemblyId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { newId } from "~/app/domain/kernel/ids";
import { findSignedIn, touchDevice } from "~/db/repositories/device";
import type { InvitationId } from "~/db/repositories/invitation";
import { replaceSetupLink } from "~/db/repositories/setup-link";
import { type DemoLink, loadDemonstration } from "~/db/seeds/demonstration";
import { testDatabase } from "~/db/testing/stores";
import { openApp, type Running, start } from "../../app";
import { jarOf } from "../../auth/cookie";
import { deviceCookie, deviceToken } from "../../auth/device-cookie";
import { addDevice } from "../../commands/auth/add-device";
import { invitationToken } from "../../commands/recruit/prepare-invitations";
import { setSiteOpen } from "../../commands/site/set-site-open";
import { type Config, readConfig } from "../../config";
import type { App } from "../../context";
import { value } from "../build-live";
import { worldOf } from "../test-app";
import { type Everything, readEverything } from "./everything";
import { type Home, type Ownership, ownershipOf } from "./ownership";
import { type Sender, senders } from "./people";
import { buildSecondAssembly } from "./second-assembly";

/** A running server with two assemblies in it, and somebody of every kind who can send it requests. */
export interface FuzzWorld {
  readonly app: App;
  readonly port: number;
  /** As everything was before the first request. */
  readonly atFirst: Everything;
  readonly ownership: Ownership;
  readonly assemblyIds: Readonly<Record<Home, string>>;
  /** What links that were handed out end with, by the word before it in their address. */
  readonly waysIn: Readonly<Record<string, readonly string[]>>;
  /** The cookie of the sender's device; none for a visitor. */
  cookieOf(sender: Sender): string | undefined;
  /** Signs the sender in again when a request has signed their device out. */
  keepSignedIn(sender: Sender): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server as the composition root does, on a fresh database of the engine under test. */
export async function fuzzWorld(build: ServerBuild): Promise<FuzzWorld> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), "hemicycle-fuzz-"));
  const { databaseUrl } = database.options;
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "error",
    DATA_DIR: databaseUrl ? dataDir : database.options.dataDir,
    DATABASE_URL: databaseUrl,
  });
  const links = await demonstrated(config);
  const running = await start({ config, build });
  const close = async (): Promise<void> => {
    await running.close();
    await database.remove();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...(await inhabit(running, links)), close };
}

/** Before the server starts, as people do it: its jobs would take up the draws of a demonstration whose clock is set back. */
async function demonstrated(config: Config): Promise<readonly DemoLink[]> {
  const { app, stopJobs } = await openApp(config);
  try {
    return await loadDemonstration(app, "live");
  } finally {
    await stopJobs();
    await app.stores.close();
  }
}

async function inhabit({ app, server }: Running, links: readonly DemoLink[]): Promise<Omit<FuzzWorld, "close">> {
  const world = worldOf(app);
  const demonstration = await readEverything(app.stores);
  const first = demonstration.get("assembly")?.[0]?.id as AssemblyId;
  const [organises] = demonstration.get("organisation_organiser") ?? [];
  const organiser = await world.as(organises?.personId as PersonId);
  value(await setSiteOpen(organiser, null, { assemblyId: first, open: true }));
  const second = await buildSecondAssembly(world);
  const stranger = await world.person("Une inconnue", "inconnue@example.org");
  const setup = newId<"setup">(app.random);
  await replaceSetupLink(app.stores.main, app.secrets.tokenHash(setup), app.clock.now());
  const assemblyIds = { first, second: second.assemblyId };
  const people = peopleOf(await readEverything(app.stores), { assemblyIds, stranger });
  const cookies = new Map<string, string>();
  const keepSignedIn = async ({ name }: Sender): Promise<void> => {
    const personId = people.get(name);
    if (!personId || (await isSignedIn(app, cookies.get(name)))) return;
    cookies.set(name, await signIn(app, personId));
  };
  for (const sender of senders) await keepSignedIn(sender);
  await seenLongAgo(app);
  const atFirst = await readEverything(app.stores);
  return {
    app,
    port: (server.address() as AddressInfo).port,
    atFirst,
    ownership: ownershipOf(atFirst, assemblyIds),
    assemblyIds,
    waysIn: { ...waysIn(app, atFirst), setup: [setup], link: links.map(({ link }) => link.split("/").at(-1) ?? "") },
    cookieOf: ({ name }) => cookies.get(name),
    keepSignedIn,
  };
}

/** Who sends as whom: the first of the assembly who holds the role. */
function peopleOf(
  everything: Everything,
  { assemblyIds, stranger }: { readonly assemblyIds: Readonly<Record<Home, string>>; readonly stranger: PersonId },
): ReadonlyMap<string, PersonId> {
  const held = everything.get("participation") ?? [];
  return new Map(
    senders.flatMap(({ name, home, role }): [string, PersonId][] => {
      if (name === "stranger") return [[name, stranger]];
      if (home === null) return [];
      const found = held.find((row) => row.role === role && row.assemblyId === assemblyIds[home]);
      const organiser = (everything.get("organisation_organiser") ?? [])[home === "first" ? 0 : 1];
      const personId = found?.personId ?? (role === "organiser" ? organiser?.personId : undefined);
      if (!personId) throw new Error(`nobody is ${role} in the ${home} assembly`);
      return [[name, personId as PersonId]];
    }),
  );
}

async function signIn(app: App, personId: PersonId): Promise<string> {
  const device = { userAgent: "Mozilla/5.0 Firefox/140.0", replaces: null };
  const deviceId = await addDevice(app.stores.main, app, { personId, means: "code", only: null, device });
  return deviceCookie(app.secrets.deviceToken(deviceId), jarOf(app)).split(";", 1)[0] ?? "";
}

/** Asked of the tables, so that nothing notes that the device was seen. */
async function isSignedIn(app: App, cookie: string | undefined): Promise<boolean> {
  const { stores, secrets, clock } = app;
  const token = deviceToken(cookie, jarOf(app));
  return token !== null && (await findSignedIn(stores.main, secrets.tokenHash(token), clock.now())) !== undefined;
}

/** Every device was last seen two days ago: its next request is due to note that it was seen. */
async function seenLongAgo({ stores, clock }: App): Promise<void> {
  const now = clock.now().getTime();
  const seen = { lastSeenAt: new Date(now - 2 * DAY_MS), expiresAt: new Date(now + 30 * DAY_MS) };
  for (const { id } of (await readEverything(stores)).get("device") ?? [])
    await touchDevice(stores.main, id as DeviceId, seen);
}

function waysIn(app: App, everything: Everything): Record<string, readonly string[]> {
  const rows = (table: string) => everything.get(table) ?? [];
  const of = (table: string, purpose: "team" | "card"): string[] =>
    rows(table).map(({ id }) => app.secrets.linkToken(purpose, String(id)));
  return {
    "team-link": of("team_link", "team"),
    card: of("sign_in_card", "card"),
    invitation: rows("invitation").map(({ id, mailedTo }) =>
      invitationToken(app, id as InvitationId, mailedTo === null ? null : String(mailedTo)),
    ),
  };
}

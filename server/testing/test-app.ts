import { type Actor, system, visitor } from "~/app/domain/assembly/actor";
import type { Move } from "~/app/domain/assembly/facts";
import type { Clock } from "~/app/domain/kernel/clock";
import { type CommandId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { type Random, seededRandom } from "~/app/domain/kernel/random";
import { insertOrganisation, insertOrganisationOrganiser } from "~/db/repositories/organisation";
import { insertPerson } from "~/db/repositories/person";
import type { StoreOptions } from "~/db/store";
import { testStores } from "~/db/testing/stores";
import { openDocuments } from "~/realtime/server/attach";
import type { WrittenFact } from "../announcer/announcer";
import { recentUses } from "../auth/recent-uses";
import { secretsFrom } from "../auth/secrets";
import { actorOf } from "../auth/who";
import { readConfig } from "../config";
import type { App, Caller, VisitingCaller } from "../context";
import { relayLiveDocuments } from "../documents/relay-live-documents";
import { createLog } from "../log/log";
import { inProcessDrawPort } from "../solver/in-process-draw-port";
import { progressBoard } from "../solver/progress-board";
import { noVideo } from "../video/video-port";

/** A clock that stands still until it is moved. */
export interface FixedClock {
  now(): Date;
  set(at: Date): void;
  advance(ms: number): void;
}

export function fixedClock(start = new Date("2026-03-14T08:45:00Z")): FixedClock {
  let at = start;
  return {
    now: () => at,
    set(next) {
      at = next;
    },
    advance(ms) {
      at = new Date(at.getTime() + ms);
    },
  };
}

/** An application that builders of tests fill: who asks, and who is known to it. */
export interface World {
  readonly app: App;
  readonly clock: Clock;
  readonly random: Random;
  /** A new command id, as a page would send. */
  commandId(): CommandId;
  /** Nobody in particular, from an address. */
  visitor(source?: string): VisitingCaller;
  system(): Caller;
  /** Somebody with the roles they hold at this moment. */
  as(personId: PersonId): Promise<Caller>;
  /** A new person, known to the installation, without any role. */
  person(name: string, email?: string): Promise<PersonId>;
  /** A person who may prepare assemblies, with their organisation. */
  organiser(name?: string): Promise<Caller & { readonly personId: PersonId }>;
}

/** The application on fresh stores, with a clock that stands still, seeded chance, and what it announced kept for the test to read. */
export interface TestApp extends World {
  readonly clock: FixedClock;
  readonly announced: WrittenFact[];
  readonly moved: Move[];
  readonly woken: string[];
  readonly rightsChanged: string[];
  readonly devicesEnded: string[];
  /** Where its stores are. */
  readonly storedAt: StoreOptions;
  dispose(): Promise<void>;
}

const environment = {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  BASE_URL: "http://assembly.test",
  SMTP_URL: "smtp://mail.test",
};
type Kept = Pick<TestApp, "announced" | "moved" | "woken" | "rightsChanged" | "devicesEnded">;

export async function testApp(seed = "test"): Promise<TestApp> {
  const stores = await testStores();
  const clock = fixedClock();
  const random = seededRandom(seed);
  const kept = { announced: [], moved: [], woken: [], rightsChanged: [], devicesEnded: [] } as Kept;
  const documents = relayLiveDocuments();
  const app: App = {
    config: readConfig(environment),
    stores,
    clock,
    random,
    secrets: secretsFrom(random.bytes(32)),
    recentUses: recentUses(),
    log: createLog("silent"),
    announcer: {
      announce: (facts) => void kept.announced.push(...facts),
      moved: (moves) => void kept.moved.push(...moves),
      rightsChanged: (ids) => void kept.rightsChanged.push(...ids),
      devicesEnded: (ids) => void kept.devicesEnded.push(...ids),
    },
    documents,
    jobs: { wake: (name) => void kept.woken.push(name), stop: async () => {} },
    draws: inProcessDrawPort,
    drawProgress: progressBoard(),
    video: noVideo,
    baseUrl: "http://assembly.test",
  };
  documents.attach(openDocuments(app));
  return { ...worldOf(app), ...kept, clock, storedAt: stores.options, dispose: () => stores.dispose() };
}

/** Any application as builders want it, a running server's too. */
export function worldOf(app: App): World {
  const { clock, random } = app;
  const { main } = app.stores;
  const caller = (actor: Actor): Caller => ({ app, actor });
  const as = async (personId: PersonId): Promise<Caller> => caller(await actorOf(main, personId));
  const person = async (name: string, email?: string): Promise<PersonId> => {
    const id = newId<"person">(random);
    await insertPerson(main, {
      id,
      name,
      email: email ?? null,
      emailProvenAt: email === undefined ? null : clock.now(),
      phone: null,
      locale: "fr",
      createdAt: clock.now(),
    });
    return id;
  };
  return {
    app,
    clock,
    random,
    commandId: () => newId<"command">(random),
    visitor: (source = "203.0.113.7") => ({ ...caller(visitor), source }),
    system: () => caller(system),
    as,
    person,
    async organiser(name = "Claire Fontaine") {
      const personId = await person(name, "claire@example.org");
      const organisationId = newId<"organisation">(random);
      await insertOrganisation(main, {
        id: organisationId,
        name: "Ville de Test",
        legalNotice: {},
        privacy: {},
        createdAt: clock.now(),
      });
      await insertOrganisationOrganiser(main, { organisationId, personId, since: clock.now() });
      return { ...(await as(personId)), personId };
    },
  };
}

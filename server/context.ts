import type { Actor } from "~/app/domain/assembly/actor";
import type { Clock } from "~/app/domain/kernel/clock";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import type { Random } from "~/app/domain/kernel/random";
import type { Stores } from "~/db/connect";
import type { Announcer } from "./announcer/announcer";
import type { RecentUses } from "./auth/recent-uses";
import type { Secrets } from "./auth/secrets";
import type { Config } from "./config";
import type { LiveDocuments } from "./documents/live-documents";
import type { Jobs } from "./jobs/jobs";
import type { Log } from "./log/log";
import type { ProgressBoard } from "./solver/progress-board";
import type { DrawPort } from "./solver/solver-port";
import type { VideoPort } from "./video/video-port";

/** Everything stateful, made once by the composition root; routes and sockets get it as an argument, never by import. */
export interface App {
  readonly config: Config;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly recentUses: RecentUses;
  readonly log: Log;
  readonly announcer: Announcer;
  readonly documents: LiveDocuments;
  readonly jobs: Jobs;
  readonly draws: DrawPort;
  readonly drawProgress: ProgressBoard;
  readonly video: VideoPort;
  /** The address of this installation, without a slash at the end. */
  readonly baseUrl: string;
}

/** The device a request came from, and the person signed in on it. */
export interface SignedIn {
  readonly deviceId: DeviceId;
  readonly personId: PersonId;
  readonly name: string;
  readonly locale: Locale;
  /** False on a device that opens one participation only (a card, a letter's code, the desk). */
  readonly inPerson: boolean;
  /** When the device's time is over, if nobody uses it till then. */
  readonly until: Date;
}

/** What a command or query needs: the installation, and who asks. */
export interface Caller {
  readonly app: App;
  readonly actor: Actor;
}

/** A caller whose source counts: limits that strangers meet are counted by it (`server/http/source-of.ts`). */
export interface VisitingCaller extends Caller {
  readonly source: string;
}

/** What a route receives as Remix's load context. */
export interface RequestContext extends VisitingCaller {
  readonly signedIn: SignedIn | null;
  /** The network the request came from, shortened (`networkOf`): the whole address goes no further. */
  readonly network: string | null;
  readonly requestId: string;
  readonly nonce: string;
  readonly log: Log;
  /** Sets a cookie on the answer, whatever the route returns. */
  setCookie(cookie: string): void;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
}

import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { PersonId } from "~/app/domain/kernel/ids";
import { who } from "~/server/auth/who";
import type { App } from "~/server/context";
import { mayServe } from "~/server/http/edge";
import { isOwnOrigin } from "~/server/http/origin";
import { ownOrigins } from "~/server/http/own-origins";
import type { Asked } from "./asked";
import { type Allowance, Allowances } from "./person-allowance";
import { type Farewell, TurnAway, type TurnedAway } from "./turn-away";

/** An upgrade that was let in, with what its person may ask. */
export interface LetIn extends Asked {
  readonly allowance: Allowance;
}

/** Takes it over. */
export type Upgrade = (letIn: LetIn) => void;

/** What serves a path, and what it says to whom it does not let in. */
export interface Served {
  readonly upgrade: Upgrade;
  farewell(why: TurnedAway): Farewell;
}

export interface UpgradeRoutes {
  readonly server: Server;
  readonly app: App;
  /** What serves this path; null for a path that is not ours. */
  route(pathname: string): Served | null;
  /** In development Vite's own socket listens on the same server. */
  readonly letThrough: boolean;
}

/** The only upgrade listener (U1, U2). Answers a function that takes it away. */
export function listenToUpgrades({ server, app, route, letThrough }: UpgradeRoutes): () => void {
  const allowances = new Allowances();
  const nowMs = (): number => app.clock.now().getTime();
  const turnAway = new TurnAway();
  const dismiss = ({ farewell }: Served, asked: Asked, why: TurnedAway): void => {
    if (!asked.socket.destroyed && !turnAway.tell(asked, farewell(why))) answer(asked.socket, statuses[why]);
  };
  const letIn = (personId: PersonId, served: Served, asked: Asked): void => {
    const allowance = allowances.enter(personId, nowMs());
    if (!allowance) {
      dismiss(served, asked, "too-many-connections");
      return;
    }
    asked.socket.once("close", () => allowances.leave(personId, nowMs()));
    served.upgrade({ ...asked, allowance });
  };
  const listener = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const served = route(pathOf(request));
    if (!served) {
      if (!letThrough) socket.destroy();
      return;
    }
    // A connection that breaks before it is taken over is nobody's error.
    const ignore = (): void => {};
    socket.on("error", ignore);
    if (!mayServe(app, request) || !isOwnOrigin(request, ownOrigins(app, request), true)) {
      answer(socket, "403 Forbidden");
      return;
    }
    who(app, request.headers.cookie).then(
      ({ signedIn }) => {
        socket.off("error", ignore);
        const asked = { request, socket, head };
        if (!signedIn) dismiss(served, asked, "signed-out");
        else if (!socket.destroyed) letIn(signedIn.personId, served, asked);
      },
      () => answer(socket, "503 Service Unavailable"),
    );
  };
  server.on("upgrade", listener);
  return () => void server.off("upgrade", listener);
}

/** For whom there is no time for words. */
const statuses: Readonly<Record<TurnedAway, string>> = {
  "signed-out": "401 Unauthorized",
  "too-many-connections": "429 Too Many Requests",
};

function pathOf(request: IncomingMessage): string {
  try {
    return new URL(request.url ?? "/", "http://any").pathname;
  } catch {
    return "";
  }
}

/** A plain HTTP answer on a socket that is not one of ours yet. */
function answer(socket: Duplex, status: string): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

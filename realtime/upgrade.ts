import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { PersonId } from "~/app/domain/kernel/ids";
import { who } from "~/server/auth/who";
import type { App } from "~/server/context";
import { mayServe } from "~/server/http/edge";
import { isOwnOrigin } from "~/server/http/origin";
import { ownOrigins } from "~/server/http/own-origins";
import { type Allowance, Allowances } from "./person-allowance";

/** An upgrade that was let in, with what its person may ask. */
export interface LetIn {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly allowance: Allowance;
}

/** Takes it over. */
export type Upgrade = (letIn: LetIn) => void;

export interface UpgradeRoutes {
  readonly server: Server;
  readonly app: App;
  /** Who serves this path; null for a path that is not ours. */
  route(pathname: string): Upgrade | null;
  /** In development Vite's own socket listens on the same server. */
  readonly letThrough: boolean;
}

/** The only upgrade listener (U1, U2). Answers a function that takes it away. */
export function listenToUpgrades({ server, app, route, letThrough }: UpgradeRoutes): () => void {
  const allowances = new Allowances();
  const nowMs = (): number => app.clock.now().getTime();
  const letIn = (personId: PersonId, upgrade: Upgrade, asked: Omit<LetIn, "allowance">): void => {
    const allowance = allowances.enter(personId, nowMs());
    if (allowance) {
      asked.socket.once("close", () => allowances.leave(personId, nowMs()));
      upgrade({ ...asked, allowance });
    } else answer(asked.socket, "429 Too Many Requests");
  };
  const listener = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const upgrade = route(pathOf(request));
    if (!upgrade) {
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
        if (!signedIn) answer(socket, "401 Unauthorized");
        else if (!socket.destroyed) letIn(signedIn.personId, upgrade, { request, socket, head });
      },
      () => answer(socket, "503 Service Unavailable"),
    );
  };
  server.on("upgrade", listener);
  return () => void server.off("upgrade", listener);
}

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

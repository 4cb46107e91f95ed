import type { IncomingMessage } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type DocumentId, knownId, readId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Announcer } from "~/server/announcer/announcer";
import { who } from "~/server/auth/who";
import type { App } from "~/server/context";
import { documentAccess } from "~/server/kernel/document-access";
import { serviceRestart } from "../../protocol/close-codes";
import { documentLimits } from "../../protocol/document-messages";
import type { Allowance, Unread } from "../person-allowance";
import type { Upgrade } from "../upgrade";
import { changedRights } from "./changed-rights";
import type { Admitted, Wire } from "./connection-options";
import { DocumentConnection } from "./document-connection";
import { pulseFrame } from "./document-frames";
import type { Rooms } from "./rooms";

export interface DocumentsServer extends Pick<Announcer, "announce" | "rightsChanged" | "devicesEnded"> {
  /** Takes over an upgrade to `/documents/<id>` whose Origin and device were checked. */
  readonly upgrade: Upgrade;
  close(): Promise<void>;
}

const DOCUMENTS = "/documents/";
/** Under the 30 s after which y-websocket takes silence for a lost connection. */
const PULSE_MS = 12_000;
/** A browser that reads nothing for this many bytes is let go; it comes back and catches up. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024;
/** On all pages of one person; what a page has in its network anyway is not worth a look at the others. */
const MOST_UNREAD_OF_PERSON = 3 * MOST_UNREAD_BYTES;
const WORTH_COUNTING = 256 * 1024;
/** How long a browser has to say that it heard of the end: one whose network has gone never does. */
const CLOSING_MS = 2_000;

export function documentsServer(app: App, rooms: Rooms): DocumentsServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: documentLimits.frameBytes + 64,
    perMessageDeflate: false,
  });
  const connections = new Map<WebSocket, DocumentConnection>();
  const alive = new WeakSet<WebSocket>();
  const slowed = new WeakSet<WebSocket>();
  const pulse = setInterval(() => {
    for (const socket of connections.keys()) if (!slowed.has(socket)) beat(socket, alive);
  }, PULSE_MS);
  pulse.unref();

  function connect(socket: WebSocket, request: IncomingMessage, { unread, ...buckets }: Allowance): void {
    const { documentId, client } = readAddress(request);
    const connection = new DocumentConnection({
      documentId,
      client,
      rooms,
      wire: wireOf(socket, { unread, slowed }),
      ...buckets,
      admit: () => admit(app, request.headers.cookie, documentId),
      now: () => app.clock.now(),
    });
    connections.set(socket, connection);
    const stopCounting = unread.count(() => socket.bufferedAmount);
    alive.add(socket);
    socket.on("pong", () => alive.add(socket));
    socket.on("message", (data: Buffer) => connection.receive(new Uint8Array(data)));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      connections.delete(socket);
      stopCounting();
      connection.ended();
    });
    connection.open().catch((error: unknown) => {
      app.log.error({ documentId, error: error instanceof Error ? error.name : "unknown" }, "a document did not open");
      connection.close("notStored");
    });
  }

  function recheck(concerned: (connection: DocumentConnection) => boolean): void {
    for (const connection of connections.values()) {
      if (concerned(connection)) connection.recheck().catch(() => connection.close("rightsChanged"));
    }
  }

  return {
    upgrade({ request, socket, head, allowance }) {
      sockets.handleUpgrade(request, socket, head, (opened) => connect(opened, request, allowance));
    },
    /** Facts that may change who writes where: those connected are asked about anew. */
    announce(facts) {
      const changed = changedRights(facts);
      if (changed.size > 0) recheck((connection) => connection.hangsOn(changed));
    },
    rightsChanged(personIds) {
      for (const connection of connections.values()) {
        if (connection.concerns(({ personId }) => personIds.includes(personId))) connection.close("rightsChanged");
      }
    },
    devicesEnded(deviceIds) {
      for (const connection of connections.values()) {
        if (connection.concerns(({ deviceId }) => deviceIds.includes(deviceId))) connection.close("signInNeeded");
      }
    },
    async close() {
      clearInterval(pulse);
      // Who goes on writing does not hold up the end: what is not confirmed is sent again.
      await Promise.race([rooms.settled(), new Promise((over) => setTimeout(over, CLOSING_MS).unref())]);
      for (const socket of connections.keys()) socket.close(serviceRestart, "restart");
      const patience = setTimeout(() => {
        for (const socket of connections.keys()) socket.terminate();
      }, CLOSING_MS);
      await new Promise((closed) => sockets.close(closed));
      clearTimeout(patience);
      await rooms.settled();
      await rooms.close();
    },
  };
}

/** Whether the address names a document. */
export function isDocumentPath(pathname: string): boolean {
  return documentOf(pathname) !== null;
}

const documentOf = (pathname: string): DocumentId | null =>
  pathname.startsWith(DOCUMENTS) ? readId(pathname.slice(DOCUMENTS.length)) : null;

function readAddress(request: IncomingMessage): { documentId: DocumentId; client: number } {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://any");
  const client = Number(searchParams.get("client"));
  return {
    documentId: knownId(pathname.slice(DOCUMENTS.length)),
    client: Number.isInteger(client) && client > 0 && client < 2 ** 32 ? client : 0,
  };
}

async function admit(app: App, cookie: string | undefined, documentId: DocumentId): Promise<Result<Admitted>> {
  const { actor, signedIn } = await who(app, cookie);
  if (actor.kind !== "person" || !signedIn) return refuse("sign-in-needed");
  const access = await documentAccess({ app, actor }, documentId);
  if (!access.ok) return access;
  const { personId, deviceId, name, until } = signedIn;
  return accept({ access: access.value, personId, deviceId, name, until });
}

interface Counted {
  readonly unread: Unread;
  /** Sockets that are not read for now: no sign of life can come from them. */
  readonly slowed: WeakSet<WebSocket>;
}

function wireOf(socket: WebSocket, { unread, slowed }: Counted): Wire {
  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      const waiting = socket.bufferedAmount;
      const isTooMuch =
        waiting > MOST_UNREAD_BYTES || (waiting > WORTH_COUNTING && unread.bytes > MOST_UNREAD_OF_PERSON);
      if (isTooMuch) socket.terminate();
      else socket.send(frame);
    },
    close: (code, reason) => socket.close(code, reason),
    pause() {
      slowed.add(socket);
      socket.pause();
    },
    resume() {
      slowed.delete(socket);
      socket.resume();
    },
    after: (ms, work) => void setTimeout(work, ms).unref(),
  };
}

function beat(socket: WebSocket, alive: WeakSet<WebSocket>): void {
  if (!alive.delete(socket)) {
    socket.terminate();
    return;
  }
  socket.ping();
  socket.send(pulseFrame);
}

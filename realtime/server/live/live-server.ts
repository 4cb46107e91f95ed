import { createServer, type IncomingMessage } from "node:http";
import { Server } from "socket.io";
import { sessionStream } from "~/app/domain/deliberation/streams";
import type { Announcer, WrittenFact } from "~/server/announcer/announcer";
import type { App } from "~/server/context";
import type { LiveClosing } from "../../protocol/close-codes";
import type { ClientEvents, ServerEvents } from "../../protocol/live-messages";
import { livePath, protocolVersion } from "../../protocol/live-path";
import type { Allowance } from "../person-allowance";
import { Presence } from "../presence/presence";
import type { Upgrade } from "../upgrade";
import { factMessage, LiveConnection, type LiveSocket } from "./live-connection";
import { Moves } from "./moves";
import { streamsLeft } from "./streams-left";
import { tellRooms } from "./tell-rooms";

export interface LiveServer extends Announcer {
  /** Takes over an upgrade to `/live` whose Origin and device were checked. */
  readonly upgrade: Upgrade;
  close(): Promise<void>;
}

/** A split names everyone present: 2000 ids of 22 characters. */
const LARGEST_MESSAGE_BYTES = 128 * 1024;

export function liveServer(app: App): LiveServer {
  const io = new Server<ClientEvents, ServerEvents>({
    path: livePath,
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 8_000,
  });
  // Socket.IO listens on a server of its own that never opens: our one upgrade listener hands it what is its own.
  io.attach(createServer());
  const connections = new Map<string, LiveConnection>();
  const allowed = new WeakMap<IncomingMessage, Allowance>();
  const moves = new Moves((move) => void io.to(move.stream).emit("moved", move));
  const presence = new Presence((sessionId, present) => {
    io.to(sessionStream(sessionId)).emit("presence", { sessionId, present });
  });

  io.use((socket, next) => {
    const version: unknown = socket.handshake.auth.version;
    next(version === protocolVersion ? undefined : new Error("page-too-old"));
  });
  io.on("connection", (socket: LiveSocket) => {
    const allowance = allowed.get(socket.request);
    if (!allowance) return void socket.disconnect(true);
    const connection = new LiveConnection(socket, app, { presence, commands: allowance.commands });
    connections.set(socket.id, connection);
    socket.on("disconnect", () => void connections.delete(socket.id));
    connection.meet().then(
      (met) => {
        if (met === "nobody") closeOne(socket, "signed-out");
        else if (met === "changed-meanwhile") void closeAuthorised(connection);
      },
      () => closeOne(socket, "restart"),
    );
  });

  return {
    upgrade({ request, socket, head, allowance }) {
      allowed.set(request, allowance);
      // The engine's own types want a request that its middleware has touched; it takes a plain one.
      io.engine.handleUpgrade(request as Parameters<typeof io.engine.handleUpgrade>[0], socket, head);
    },
    announce(facts: readonly WrittenFact[]) {
      for (const stream of new Set(facts.map((fact) => fact.stream))) {
        io.to(stream).emit("facts", facts.filter((fact) => fact.stream === stream).map(factMessage));
      }
      for (const fact of facts) for (const connection of connections.values()) connection.hear(fact);
      tellRooms(app, connections.values(), facts);
      recheckFollowers(connections.values(), facts);
    },
    moved(all) {
      for (const move of all) moves.moved(move);
    },
    rightsChanged(personIds) {
      for (const connection of connections.values()) {
        if (connection.concerns(({ personId }) => personIds.includes(personId))) void closeAuthorised(connection);
      }
    },
    devicesEnded(deviceIds) {
      for (const connection of connections.values()) {
        if (connection.concerns(({ deviceId }) => deviceIds.includes(deviceId))) {
          closeOne(connection.socket, "signed-out");
        }
      }
    },
    async close() {
      presence.stop();
      moves.stop();
      io.emit("closing", "restart");
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** Whoever left a group hears nothing of it any more; the connection that they have stays. */
function recheckFollowers(connections: Iterable<LiveConnection>, facts: readonly WrittenFact[]): void {
  const streams = streamsLeft(facts);
  if (streams.length === 0) return;
  for (const connection of connections) {
    connection.recheck(streams).catch(() => closeOne(connection.socket, "rights-changed"));
  }
}

/** Closes a connection whose rights changed, and says whether it is worth coming back (L7). */
async function closeAuthorised(connection: LiveConnection): Promise<void> {
  const signedIn = await connection.caller().then(
    ({ actor }) => actor.kind === "person",
    () => true,
  );
  closeOne(connection.socket, signedIn ? "rights-changed" : "signed-out");
}

function closeOne(socket: LiveSocket, reason: LiveClosing): void {
  socket.emit("closing", reason);
  socket.disconnect(true);
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assemblyStream } from "~/app/domain/assembly/streams";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import type { ClientEvents, ServerEvents } from "../../protocol/live-messages";
import { type HeldPauses, heldPauses } from "../../testing/held-pauses";
import { type Listening, type ListeningSocket, PageListener } from "./page-listener";

const everybody = assemblyStream("A".repeat(22) as AssemblyId);

/** What the server says to each connection in turn: why it is not let in; after the last one all are let in. */
let refusals: string[];
let server: Server<ClientEvents, ServerEvents>;
let url: string;
let pauses: HeldPauses;
let listener: PageListener;
let rightsTold: number;

beforeEach(async () => {
  const http = createServer();
  server = new Server<ClientEvents, ServerEvents>(http, { transports: ["websocket"] });
  server.use((_, next) => {
    const refusal = refusals.shift();
    next(refusal === undefined ? undefined : new Error(refusal));
  });
  server.on("connection", (socket) => {
    socket.on("join", ({ stream }, answer) => answer(accept({ stream, version: 7, state: null })));
  });
  await new Promise<void>((listens) => http.listen(0, "127.0.0.1", listens));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  pauses = heldPauses();
  listener = new PageListener(pauses);
  rightsTold = 0;
  listener.onRightsChanged(() => void rightsTold++);
});
afterEach(async () => {
  listener.stop();
  await server.close();
});

function open(): ListeningSocket {
  const socket: ListeningSocket = io(url, { transports: ["websocket"], autoConnect: false, forceNew: true });
  listener.start(socket);
  return socket;
}

/** Waits until the page is in this state; pauses end by themselves. */
function until(state: Listening): Promise<void> {
  return new Promise((settle) => {
    const look = setInterval(() => {
      if (listener.state() !== state) return pauses.end();
      clearInterval(look);
      settle();
    }, 5);
  });
}

test("a page of somebody who is signed out is over, and reads anew what it may show, once", async () => {
  refusals = ["signed-out"];
  open();
  await until("over");
  expect(rightsTold).toBe(1);
  expect(pauses.begun).toEqual([]);
});

test("a page that is too old is over, and nobody's rights have changed", async () => {
  refusals = ["page-too-old"];
  open();
  await until("over");
  expect(rightsTold).toBe(0);
});

test("whoever has too many pages open comes back after pauses that grow, and hears what it follows then", async () => {
  refusals = Array.from({ length: 4 }, () => "too-many-connections");
  const joined = new Promise<number>((settle) => {
    listener.follow(everybody, { joined: (_, version) => settle(version), heard: () => {}, moved: () => {} });
  });
  open();
  await until("online");
  expect(pauses.begun).toEqual([500, 1_000, 2_000, 4_000]);
  expect(await joined).toBe(7);
  refusals = ["too-many-connections"];
  server.disconnectSockets(true);
  await until("away");
  await until("online");
  expect(pauses.begun.at(-1)).toBe(500);
});

test("a page that stops while it waits to come back does not come back", async () => {
  refusals = ["too-many-connections"];
  const turnedAway = new Promise<void>((settle) => {
    const leave = listener.subscribe(() => {
      leave();
      settle();
    });
  });
  const socket = open();
  await turnedAway;
  expect(pauses.waiting).toHaveLength(1);
  listener.stop();
  pauses.end();
  expect(socket.active).toBe(false);
});

import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { at, type BuiltLive, buildLive } from "~/server/testing/build-live";
import { type Browser, type LiveWorld, liveSocket, liveWorld, ownOrigin, webSocket } from "../testing/live-world";

let world: LiveWorld;
let live: BuiltLive;
let mine: Browser;

beforeAll(async () => {
  world = await liveWorld("upgrade");
  live = await buildLive(world);
  mine = await world.signIn(at(live.members, 0).personId);
});
afterAll(() => world.dispose());

const livePage = "/live/?EIO=4&transport=websocket";
const documentPage = `/documents/${"d".repeat(22)}?client=1`;

const origin = ownOrigin;

/** What a page is told before it is closed, and the code. */
function heard(socket: WebSocket): Promise<{ frames: string[]; code: number; reason: string }> {
  const frames: string[] = [];
  socket.on("message", (frame: Buffer) => frames.push(frame.toString()));
  return new Promise((settle, fail) => {
    socket.once("close", (code: number, reason: Buffer) => settle({ frames, code, reason: reason.toString() }));
    socket.once("unexpected-response", (_, response) => fail(new Error(`answered ${response.statusCode}`)));
  });
}

/** The first line of the answer to an upgrade, from a socket that says nothing more. */
function firstLine(socket: Socket, path: string): Promise<string> {
  const headers = [
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    `Origin: ${origin}`,
  ];
  socket.on("error", () => {});
  socket.write([`GET ${path} HTTP/1.1`, "Host: assembly.test", ...headers, "", ""].join("\r\n"));
  return new Promise((settle) => socket.once("data", (data) => settle(data.toString().split("\r\n")[0] ?? "")));
}

/** "open", or what the server answered instead. */
function outcome(socket: WebSocket): Promise<string> {
  return new Promise((settle) => {
    socket.once("open", () => settle("open"));
    socket.once("unexpected-response", (_, response) => settle(String(response.statusCode)));
    socket.once("error", () => settle("destroyed"));
  }).then((result) => {
    socket.on("error", () => {});
    socket.terminate();
    return String(result);
  });
}

describe("an upgrade", () => {
  test.each([livePage, documentPage])("to %s is let in with our Origin and a signed-in device", async (path) => {
    expect(await outcome(webSocket(world, path, mine))).toBe("open");
  });

  test.each([livePage, documentPage])("to %s from another site is answered 403 (U2)", async (path) => {
    expect(await outcome(webSocket(world, path, { ...mine, origin: "https://evil.test" }))).toBe("403");
  });

  test.each([livePage, documentPage])("to %s without an Origin is answered 403 (U2)", async (path) => {
    const { cookie = "" } = mine;
    expect(await outcome(webSocket(world, path, { cookie }))).toBe("403");
  });

  test("to a text by a visitor is accepted and closed at once, with the code that a browser can read (U2)", async () => {
    expect(await heard(webSocket(world, documentPage, { origin }))).toEqual({
      frames: [],
      code: 4401,
      reason: "sign-in-needed",
    });
  });

  test("to what is live by a visitor is told in the page's own protocol, and closed at once (U2)", async () => {
    const told = await heard(webSocket(world, livePage, { origin }));
    expect(told.frames.map((frame) => frame.slice(0, 2))).toEqual(["0{", "44"]);
    expect(told.code).toBe(4401);
  });

  test("by somebody who has too many pages open says so, to what is live and to texts (U2)", async () => {
    const crowd = await world.signIn(at(live.members, 1).personId);
    const pages = Array.from({ length: 80 }, () => webSocket(world, livePage, crowd));
    await Promise.all(pages.map((page) => new Promise((opened) => page.once("open", opened))));
    expect(await heard(webSocket(world, documentPage, crowd))).toMatchObject({ code: 4029 });
    const refused = liveSocket(world, crowd);
    const message = new Promise<string>((told) => refused.once("connect_error", (error) => told(error.message)));
    refused.connect();
    expect(await message).toBe("too-many-connections");
    refused.disconnect();
    for (const page of pages) page.terminate();
  });

  test("by many visitors at once is answered in plain HTTP beyond a hundred, and none is waited for (U2)", async () => {
    const silent = Array.from({ length: 130 }, () => connect(Number(new URL(world.url).port), "127.0.0.1"));
    const answers = await Promise.all(silent.map((socket) => firstLine(socket, documentPage)));
    expect(answers.filter((line) => line.includes("101"))).toHaveLength(100);
    expect(answers.filter((line) => line.includes("401"))).toHaveLength(30);
    // They never say that they heard, and are cut all the same.
    await Promise.all(silent.map((socket) => socket.closed || new Promise((closed) => socket.once("close", closed))));
    expect(await heard(webSocket(world, documentPage, { origin }))).toMatchObject({ code: 4401 });
  });

  test.each(["/", "/socket.io/?EIO=4&transport=websocket", "/documents/short", "/fr/sign-in"])(
    "to %s is destroyed (U1)",
    async (path) => {
      expect(await outcome(webSocket(world, path, mine))).toBe("destroyed");
    },
  );

  test("has one listener", () => {
    expect(world.server.listenerCount("upgrade")).toBe(1);
  });
});

test("the sockets close though a browser that lost its network says nothing any more", {
  timeout: 10_000,
}, async () => {
  const lost = await liveWorld("lost-network");
  const there = await buildLive(lost);
  const browser = await lost.signIn(at(there.members, 0).personId);
  const socket = webSocket(lost, documentPage, browser);
  socket.on("error", () => {});
  await new Promise((opened) => socket.once("open", opened));
  socket.pause();
  await lost.dispose();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { at, type BuiltLive, buildLive } from "~/server/testing/build-live";
import { type Browser, type LiveWorld, liveWorld, webSocket } from "./testing/live-world";

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

  test.each([livePage, documentPage])("to %s by a visitor is answered 401 (U2)", async (path) => {
    const { origin = "" } = mine;
    expect(await outcome(webSocket(world, path, { origin }))).toBe("401");
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

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { TokenVerifier } from "livekit-server-sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VideoConfig } from "../config";
import { openVideo } from "./open-video";
import type { VideoGrant, VideoPort } from "./video-port";

const config = { url: "ws://127.0.0.1:7880", key: "a-key", secret: "a secret of at least thirty-two characters" };
const grant: VideoGrant = {
  room: "session.1",
  identity: "odette.device",
  name: "Odette",
  maySend: "camera-and-microphone",
};

/** LiveKit's room service, as far as we ask it: rooms of people in memory, behind the same addresses. */
interface Permission {
  readonly canPublish?: boolean;
  readonly canPublishSources?: readonly string[];
}
const rooms = new Map<string, Map<string, Permission>>();
interface Asked {
  readonly room: string;
  readonly identity: string;
  readonly permission?: Permission;
  readonly revokeTokenTs?: string;
}
/** From which second on a token of theirs opens the room again. */
const revoked = new Map<string, number>();
const asked: Record<string, (body: Asked) => unknown> = {
  ListParticipants: ({ room }) => ({
    participants: [...(rooms.get(room) ?? [])].map(([identity, permission]) => ({ identity, permission })),
  }),
  RemoveParticipant: ({ room, identity, revokeTokenTs }) => {
    revoked.set(identity, Number(revokeTokenTs));
    return rooms.get(room)?.delete(identity) ? {} : null;
  },
  UpdateParticipant: ({ room, identity, permission }) => {
    if (!rooms.get(room)?.has(identity)) return null;
    rooms.get(room)?.set(identity, permission ?? {});
    return { identity };
  },
};

const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = asked[request.url?.split("/").at(-1) ?? ""]?.(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { code: "not_found", msg: "participant does not exist" }));
  });
});
let served = config;
beforeAll(async () => {
  await new Promise<void>((listening) => service.listen(0, "127.0.0.1", listening));
  served = { ...config, url: `ws://127.0.0.1:${(service.address() as AddressInfo).port}` };
});
afterAll(() => service.close());

/** What both adapters promise. */
describe.each([
  ["off", (): VideoConfig | null => null],
  ["LiveKit", (): VideoConfig | null => served],
] as const)("video: %s", (_name, settings) => {
  const port = (): VideoPort => openVideo(settings());

  test("there is a token exactly where there is an address", async () => {
    const token = port().token(grant);
    if (port().url === null) await expect(token).rejects.toThrow();
    else expect(await token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test("nobody is where nobody came, and to remove or permit them is no trouble", async () => {
    expect(await port().present("nowhere")).toEqual([]);
    await port().remove({ room: "nowhere", identity: "nobody" });
    await port().permit({ room: "nowhere", identity: "nobody" }, "camera");
  });
});

test("whoever is removed is no longer there, and the others stay", async () => {
  rooms.set("hall", new Map(["odette", "jeanne"].map((identity) => [identity, { canPublish: true }])));
  const port = openVideo(served);
  await port.remove({ room: "hall", identity: "odette" });
  expect(await port.present("hall")).toEqual([{ identity: "jeanne", maySend: "camera-and-microphone" }]);
});

test("removing somebody revokes their tokens of before, and none that they are given after", async () => {
  rooms.set("hall", new Map([["odette", { canPublish: true }]]));
  const port = openVideo(served);
  const secondsNow = () => Math.floor(Date.now() / 1000);
  const before = secondsNow();
  await port.remove({ room: "hall", identity: "odette" });
  const from = revoked.get("odette") ?? 0;
  expect(from).toBeGreaterThanOrEqual(before);
  const { nbf = 0 } = (await claimsOf({ ...grant, identity: "odette" })) as { nbf?: number };
  expect(nbf).toBeGreaterThanOrEqual(from);
});

test("camera and microphone are taken from, and given to, whoever is connected", async () => {
  rooms.set("hall", new Map([["odette", { canPublish: true }]]));
  const port = openVideo(served);
  for (const maySend of ["nothing", "camera", "camera-and-microphone", "camera"] as const) {
    await port.permit({ room: "hall", identity: "odette" }, maySend);
    expect(await port.present("hall")).toEqual([{ identity: "odette", maySend }]);
  }
});

test("a video server that cannot be reached is a fault, not an empty room", async () => {
  await expect(openVideo({ ...config, url: "ws://127.0.0.1:1" }).present("hall")).rejects.toThrow();
});

const claimsOf = async (asked: VideoGrant) =>
  new TokenVerifier(config.key, config.secret).verify(await openVideo(config).token(asked));

test("a token joins its one room under its one name, and may send camera and microphone only", async () => {
  const { sub, name, video } = await claimsOf(grant);
  expect({ sub, name }).toEqual({ sub: "odette.device", name: "Odette" });
  expect(video).toEqual({
    roomJoin: true,
    room: "session.1",
    canSubscribe: true,
    canPublish: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    canPublishSources: ["camera", "microphone"],
  });
});

test("who may send their picture only sends no sound", async () => {
  const { video } = await claimsOf({ ...grant, maySend: "camera" });
  expect(video).toMatchObject({ canPublish: true, canPublishData: false, canPublishSources: ["camera"] });
});

test("who may not publish sends nothing", async () => {
  const { video } = await claimsOf({ ...grant, maySend: "nothing" });
  expect(video).toMatchObject({ canPublish: false, canPublishData: false, canSubscribe: true });
  expect(video).not.toHaveProperty("canPublishSources");
});

test("a token lives two minutes: it is fetched just before it is used", async () => {
  const { exp = 0, nbf = 0 } = (await claimsOf(grant)) as { exp?: number; nbf?: number };
  expect(exp - nbf).toBe(120);
});

test("a token signed with another secret is refused", async () => {
  const token = await openVideo({ ...config, secret: "another secret of thirty-two characters!" }).token(grant);
  await expect(new TokenVerifier(config.key, config.secret).verify(token)).rejects.toThrow();
});

import { TokenVerifier } from "livekit-server-sdk";
import { describe, expect, test } from "vitest";
import { openVideo } from "./open-video";
import type { VideoGrant } from "./video-port";

const config = { url: "ws://127.0.0.1:7880", key: "a-key", secret: "a secret of at least thirty-two characters" };
const grant: VideoGrant = { room: "session.1", identity: "odette.device", name: "Odette", mayPublish: true };

/** What both adapters promise: a token exactly where there is an address. */
describe.each([
  ["off", null],
  ["LiveKit", config],
] as const)("video: %s", (_name, settings) => {
  const port = openVideo(settings);

  test("there is a token exactly where there is an address", async () => {
    const asked = port.token(grant);
    if (port.url === null) await expect(asked).rejects.toThrow();
    else expect(await asked).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });
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

test("who may not publish sends nothing", async () => {
  const { video } = await claimsOf({ ...grant, mayPublish: false });
  expect(video).toMatchObject({ canPublish: false, canPublishData: false, canSubscribe: true });
  expect(video).not.toHaveProperty("canPublishSources");
});

test("a token lives ten minutes", async () => {
  const { exp = 0, nbf = 0 } = (await claimsOf(grant)) as { exp?: number; nbf?: number };
  expect(exp - nbf).toBe(600);
});

test("a token signed with another secret is refused", async () => {
  const token = await openVideo({ ...config, secret: "another secret of thirty-two characters!" }).token(grant);
  await expect(new TokenVerifier(config.key, config.secret).verify(token)).rejects.toThrow();
});

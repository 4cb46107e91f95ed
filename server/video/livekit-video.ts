import { AccessToken, RoomServiceClient, TrackSource, TwirpError } from "livekit-server-sdk";
import { type MaySend, VIDEO_TOKEN_LIFE_MS } from "~/app/domain/deliberation/may-send";
import type { VideoConfig } from "../config";
import type { VideoPort } from "./video-port";

const sourcesOf: Readonly<Record<MaySend, TrackSource[]>> = {
  nothing: [],
  camera: [TrackSource.CAMERA],
  "camera-and-microphone": [TrackSource.CAMERA, TrackSource.MICROPHONE],
};

/** An empty list of sources means every source to LiveKit: `canPublish` alone says that nothing may be sent. */
const publishing = (maySend: MaySend) => ({
  canPublish: maySend !== "nothing",
  ...(maySend !== "nothing" && { canPublishSources: sourcesOf[maySend] }),
});

type Permission = NonNullable<Awaited<ReturnType<RoomServiceClient["getParticipant"]>>["permission"]>;

function readPermission(permission: Permission | undefined): MaySend {
  if (!permission?.canPublish) return "nothing";
  const { canPublishSources: sources } = permission;
  return sources.length === 0 || sources.includes(TrackSource.MICROPHONE) ? "camera-and-microphone" : "camera";
}

/** Rooms of a LiveKit server. A token joins one room, hears and sees it, and sends camera and microphone only where it may. */
export function livekitVideo({ url, key, secret }: VideoConfig): VideoPort {
  const rooms = new RoomServiceClient(url.replace(/^ws/, "http"), key, secret);
  return {
    url,
    token({ room, identity, name, maySend }) {
      const token = new AccessToken(key, secret, { identity, name, ttl: VIDEO_TOKEN_LIFE_MS / 1_000 });
      token.addGrant({
        roomJoin: true,
        room,
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
        ...publishing(maySend),
      });
      return token.toJwt();
    },
    async present(room) {
      const people = await unlessGone(rooms.listParticipants(room));
      return (people ?? []).map(({ identity, permission }) => ({
        identity,
        maySend: readPermission(permission),
      }));
    },
    async remove({ room, identity }) {
      // By our own clock, as in the tokens: a server that can revoke takes none of before, and every one of after.
      const revokeTokenTs = BigInt(Math.floor(Date.now() / 1000));
      await unlessGone(rooms.removeParticipant(room, identity, { revokeTokenTs }));
    },
    async permit({ room, identity }, maySend) {
      const permission = {
        canSubscribe: true,
        canPublishData: false,
        canUpdateMetadata: false,
        ...publishing(maySend),
      };
      await unlessGone(rooms.updateParticipant(room, identity, { permission }));
    },
  };
}

/** A room or a person that is not there (any more) is what was wanted. */
async function unlessGone<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TwirpError && error.code === "not_found") return undefined;
    throw error;
  }
}

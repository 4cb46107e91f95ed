import { AccessToken, RoomServiceClient, TrackSource, TwirpError } from "livekit-server-sdk";
import type { VideoConfig } from "../config";
import type { VideoPort } from "./video-port";

/** How long a token opens its room. Who is connected is given fresh ones by LiveKit itself. */
export const TOKEN_LIFE_S = 600;

const publishSources = [TrackSource.CAMERA, TrackSource.MICROPHONE];

/** Rooms of a LiveKit server. A token joins one room, hears and sees it, and sends camera and microphone only where it may. */
export function livekitVideo({ url, key, secret }: VideoConfig): VideoPort {
  const rooms = new RoomServiceClient(url.replace(/^ws/, "http"), key, secret);
  return {
    url,
    token({ room, identity, name, mayPublish }) {
      const token = new AccessToken(key, secret, { identity, name, ttl: TOKEN_LIFE_S });
      token.addGrant({
        roomJoin: true,
        room,
        canSubscribe: true,
        canPublish: mayPublish,
        canPublishData: false,
        canUpdateOwnMetadata: false,
        ...(mayPublish && { canPublishSources: publishSources }),
      });
      return token.toJwt();
    },
    async present(room) {
      const people = await unlessGone(rooms.listParticipants(room));
      return (people ?? []).map(({ identity, permission }) => ({
        identity,
        mayPublish: permission?.canPublish ?? false,
      }));
    },
    async remove({ room, identity }) {
      await unlessGone(rooms.removeParticipant(room, identity));
    },
    async permit({ room, identity }, mayPublish) {
      const permission = {
        canSubscribe: true,
        canPublish: mayPublish,
        canPublishData: false,
        canUpdateMetadata: false,
        canPublishSources: mayPublish ? publishSources : [],
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

import { AccessToken, TrackSource } from "livekit-server-sdk";
import type { VideoConfig } from "../config";
import type { VideoPort } from "./video-port";

/** How long a token opens its room. Who is connected is given fresh ones by LiveKit itself. */
export const TOKEN_LIFE_S = 600;

/** Rooms of a LiveKit server. A token joins one room, hears and sees it, and sends camera and microphone only where it may. */
export function livekitVideo({ url, key, secret }: VideoConfig): VideoPort {
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
        ...(mayPublish && { canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE] }),
      });
      return token.toJwt();
    },
  };
}

import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import { type OpenGrant, samePlace } from "./link-state";
import type { VideoPlace } from "./video-room";

/** How long an offer is good: a token opens its room for two minutes. */
const OFFER_LIFE_MS = 60_000;

/** A way into a video room that the server told by itself, as the page heard of it. */
export interface RoomOffer {
  readonly ahead: RoomAhead;
  /** Of `performance.now()`: it grows old from here on, whenever somebody takes it up. */
  readonly heardAtMs: number;
}

/** The way into this place, if that is what is offered and it still opens the room. */
export function takeOffer(offer: RoomOffer | null, place: VideoPlace, nowMs: number): OpenGrant | null {
  if (!offer || nowMs - offer.heardAtMs > OFFER_LIFE_MS) return null;
  const { groupId, assemblyId, sessionId, ...way } = offer.ahead;
  const plenary = { kind: "plenary", assemblyId, sessionId } as const;
  const offered: VideoPlace = groupId === null ? plenary : { ...plenary, kind: "group", groupId };
  return samePlace(offered, place) ? { video: "on", ...way } : null;
}

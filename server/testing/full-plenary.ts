import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { SessionId } from "~/app/domain/kernel/ids";
import type { App } from "../context";
import { noVideo, type VideoPort } from "../video/video-port";

export interface FullPlenary {
  readonly there: Map<string, MaySend>;
  /** What the video server was asked to permit, in order. */
  readonly permitted: (readonly [string, MaySend])[];
  readonly app: App;
}

interface Filling {
  readonly sessionId: SessionId;
  /** Identities of those in the room. */
  readonly there: readonly string[];
  readonly maySend?: MaySend;
}

/** The plenary with these people in it, all with camera and microphone unless said otherwise. */
export function fullPlenary(
  app: App,
  { sessionId, there: all, maySend = "camera-and-microphone" }: Filling,
): FullPlenary {
  const there = new Map(all.map((identity) => [identity, maySend]));
  const permitted: (readonly [string, MaySend])[] = [];
  const inPlenary = (room: string): boolean => room === `session.${sessionId}`;
  const video: VideoPort = {
    ...noVideo,
    url: "ws://rooms",
    present: async (room) => (inPlenary(room) ? [...there].map(([who, may]) => ({ identity: who, maySend: may })) : []),
    remove: async ({ room, identity: who }) => void (inPlenary(room) && there.delete(who)),
    permit: async ({ room, identity: who }, may) => {
      permitted.push([who, may]);
      if (inPlenary(room)) there.set(who, may);
    },
  };
  return { there, permitted, app: { ...app, video } };
}

import { type ReactNode, useMemo } from "react";
import { useVideoRoom } from "~/app/hooks/video/use-video-room";
import type { RoomOffer } from "~/realtime/browser/video/room-offer";
import type { VideoPlace } from "~/realtime/browser/video/video-room";
import { VideoContext, type VideoPerson } from "./video-context";

export interface LiveVideoProps {
  /** Where the person is now; null: nowhere, camera and microphone are let go until they are somewhere again. */
  readonly place: VideoPlace | null;
  /** The way into a room that was told ahead of it. */
  readonly offer?: RoomOffer | null;
  readonly people: readonly VideoPerson[];
  readonly children: ReactNode;
}

/** Video for the screens inside. Keep it mounted above what switches between plenary and group. */
export function LiveVideo({ place, offer = null, people, children }: LiveVideoProps) {
  const [snapshot, actions] = useVideoRoom(place, offer);
  const value = useMemo(() => ({ snapshot, actions, people }), [snapshot, actions, people]);
  return <VideoContext.Provider value={value}>{children}</VideoContext.Provider>;
}

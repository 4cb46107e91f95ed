import { createContext, useContext } from "react";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { emptySnapshot, type VideoActions, type VideoSnapshot } from "~/realtime/browser/video/video-room";

/** Somebody whom tiles and stage may show. */
export interface VideoPerson {
  readonly id: ParticipationId;
  readonly name: string;
  /** Stands after the name: "anime". */
  readonly note?: string | undefined;
  /** False dims the tile: the person is away. */
  readonly here?: boolean | undefined;
}

export interface VideoOfPage {
  readonly snapshot: VideoSnapshot;
  readonly actions: VideoActions;
  readonly people: readonly VideoPerson[];
}

const nothing = () => {};

export const VideoContext = createContext<VideoOfPage>({
  snapshot: emptySnapshot("idle"),
  actions: {
    setMicrophone: nothing,
    setCamera: nothing,
    takeChoice: nothing,
    startSound: nothing,
    tryAgain: nothing,
    watch: nothing,
  },
  people: [],
});

/** Video as the `LiveVideo` around knows it; nothing at all outside of one. */
export function useVideo(): VideoOfPage {
  return useContext(VideoContext);
}

/** Somebody sends, and nothing of it comes any more. While one's own line is lost nobody else is blamed. */
export function useIsLost(id: ParticipationId): boolean {
  const { state, people } = useVideo().snapshot;
  return (
    state.kind === "live" && people.some(({ participationId, isMe, lost }) => participationId === id && !isMe && lost)
  );
}

/** Their sound reaches the room, whatever became of their page's other connections. */
export function useIsHeard(id: ParticipationId): boolean {
  const { state, people } = useVideo().snapshot;
  return state.kind === "live" && people.some((one) => one.participationId === id && one.microphoneOn && !one.lost);
}

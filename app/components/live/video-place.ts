import type { VideoPlace } from "~/realtime/browser/video/video-room";
import type { LiveState } from "../../domain/deliberation/live-state";
import { currentItem, type HallScene } from "./hall-scene";

/**
 * The room where a person is seen and heard; null: nowhere. Nobody is in the lobby, outside of the session, and during a break, whoever
 * still sits in a group then too: camera and microphone are off, as the page says.
 */
export function videoPlace({ session }: Pick<LiveState, "session">, scene: HallScene): VideoPlace | null {
  const { sessionId, assemblyId } = session;
  if (currentItem(session)?.mode === "pause") return null;
  switch (scene.kind) {
    case "plenary":
      return { kind: "plenary", assemblyId, sessionId };
    case "group":
      return { kind: "group", assemblyId, sessionId, groupId: scene.groupId };
    case "before":
    case "lobby":
    case "pause":
    case "closed":
      return null;
  }
}

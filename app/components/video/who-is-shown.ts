import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { VideoSnapshot } from "~/realtime/browser/video/video-room";

type Seen = Pick<VideoSnapshot, "people" | "heard">;

/**
 * Whom the stage of the plenary shows: who has the floor; else who is heard; else who was shown before, if they are still there; else
 * somebody else with a camera. Null shows nobody.
 */
export function whoIsShown(
  { people, heard }: Seen,
  speakerId: ParticipationId | null,
  before: ParticipationId | null,
): ParticipationId | null {
  if (speakerId !== null) return speakerId;
  const others = people.filter(({ isMe }) => !isMe);
  const isThere = (id: ParticipationId | null) => others.some(({ participationId }) => participationId === id);
  const loudest = heard.find(isThere);
  if (loudest !== undefined) return loudest;
  if (isThere(before)) return before;
  return others[0]?.participationId ?? null;
}

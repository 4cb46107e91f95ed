import { type Actor, rolesIn } from "../assembly/actor";
import { type AssemblyScope, permits } from "../assembly/permits";
import type { Action } from "../assembly/rights";
import { MINUTE_MS } from "../kernel/clock";
import type { Turn } from "./live-state";

/** What somebody may send into a video room: nothing (they look on and listen), their picture, or picture and sound. */
export type MaySend = "nothing" | "camera" | "camera-and-microphone";

/** How long a token opens a video room: it is fetched just before. */
export const VIDEO_TOKEN_LIFE_MS = 2 * MINUTE_MS;

/** How long the fresh ones live that LiveKit itself gives to whoever is connected (livekit v1.13, `tokenDefaultTTL`). */
export const VIDEO_REFRESH_LIFE_MS = 10 * MINUTE_MS;

const speakingRights: readonly Action[] = ["turn.ask", "turn.give-in-group", "session.run", "help.answer"];

/**
 * What somebody may send now. Who only watches sends nothing. In a group (`scope.group`) everyone else is seen and heard. In the plenary
 * everyone else is seen, and heard while the turn under way there is theirs, or always where `permits` lets them speak without a turn.
 */
export function maySend(
  actor: Actor,
  scope: AssemblyScope,
  turn: Pick<Turn, "participationId"> | undefined | null,
): MaySend {
  if (!speakingRights.some((action) => permits(actor, action, scope).ok)) return "nothing";
  if (scope.group || permits(actor, "turn.skip", scope).ok) return "camera-and-microphone";
  const theirs = rolesIn(actor, scope.assemblyId).some(
    ({ participationId }) => participationId === turn?.participationId,
  );
  return theirs ? "camera-and-microphone" : "camera";
}

import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { VideoPlace } from "./video-room";

/** What the server answers to who asks for the way into a room. */
export type Grant =
  | { readonly video: "off" }
  | {
      readonly video: "on";
      readonly url: string;
      readonly token: string;
      readonly maySend: MaySend;
      readonly participationId: ParticipationId;
      /** All roles of the person, whichever device opens which: none of them is played to themself. */
      readonly own: readonly ParticipationId[];
    }
  | { readonly video: "refused" };

/** `base` is the language's prefix: "/fr". */
export function grantAddress(base: string, place: VideoPlace): string {
  const room = `${base}/assembly/${place.assemblyId}/session/${place.sessionId}/video`;
  return place.kind === "group" ? `${room}?group=${place.groupId}` : room;
}

/** Throws when the server is out of reach or in trouble: then it is worth another try. */
export async function fetchGrant(address: string): Promise<Grant> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return { video: "refused" };
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const { grant } = (await answer.json()) as { readonly grant: Grant };
  return grant;
}

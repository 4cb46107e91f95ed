import type { AgendaItem, LiveState } from "../../domain/deliberation/live-state";
import { placeOfMe } from "../../domain/deliberation/place-of";
import type { GroupId } from "../../domain/kernel/ids";

/** What the hall shows to one person now. */
export type HallScene =
  | { readonly kind: "before" | "lobby" | "pause" | "plenary" | "closed" }
  | { readonly kind: "group"; readonly groupId: GroupId; readonly visiting: boolean };

/** `visited`: a group that somebody of the team asks to see; it opens only for those who may enter every group. */
export function hallScene({ me, session }: Pick<LiveState, "me" | "session">, visited: GroupId | null): HallScene {
  if (session.state === "planned") return { kind: "before" };
  if (session.state === "closed") return { kind: "closed" };
  const place = placeOfMe(me, session);
  if (place.kind === "group") return { kind: "group", groupId: place.groupId, visiting: false };
  if (visited && me.may.seeEveryGroup && session.round?.groups.some(({ groupId }) => groupId === visited)) {
    return { kind: "group", groupId: visited, visiting: true };
  }
  if (place.kind === "lobby") return { kind: "lobby" };
  return { kind: currentItem(session)?.mode === "pause" ? "pause" : "plenary" };
}

export function currentItem({
  agenda,
  currentItemId,
}: Pick<LiveState["session"], "agenda" | "currentItemId">): AgendaItem | undefined {
  return agenda.find(({ itemId }) => itemId === currentItemId);
}

/** The item after the current one; undefined after the last. */
export function nextItem({
  agenda,
  currentItemId,
}: Pick<LiveState["session"], "agenda" | "currentItemId">): AgendaItem | undefined {
  const at = agenda.findIndex(({ itemId }) => itemId === currentItemId);
  return at === -1 ? undefined : agenda[at + 1];
}

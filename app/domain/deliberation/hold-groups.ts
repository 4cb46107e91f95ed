import type { SessionState } from "./live-state";

/**
 * Whether people may sit in groups now: never during an item held in plenary, so that nobody works in a group under the plenary's title.
 * In a pause the tables stay as they are. Whatever opens a round or steps the agenda asks this.
 */
export function mayHoldGroups({ agenda, currentItemId }: Pick<SessionState, "agenda" | "currentItemId">): boolean {
  const current = agenda.find(({ itemId }) => itemId === currentItemId);
  return current !== undefined && current.mode !== "plenary";
}

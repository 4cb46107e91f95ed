import type { Action } from "./rights";

/**
 * What cannot be taken back, or lets somebody else in: whoever does it has proved lately who they are, so that a device left open in a
 * room is not enough. Changing the team, deleting people, printing (or reading) cards that sign in, signing somebody in at the desk,
 * mailing an invitation to an address just typed, and reading the codes of letters.
 */
export const graveActions = [
  "team.manage",
  "pool.delete",
  "card.print",
  "device.sign-in-at-desk",
  "invitation.send",
] as const satisfies readonly Action[];

export function isGrave(action: Action): boolean {
  return graveActions.some((grave) => grave === action);
}

import type { Role } from "./role";

/**
 * Where somebody of a role works. `desk`: prepares or watches over everything, and begins there. `watch`: checks from behind the scenes.
 * `table`: leads a group. `hall`: takes part. It decides which pages one is led to, and gives no right.
 */
export type Workplace = "desk" | "watch" | "table" | "hall";

const workplaces = {
  member: "hall",
  facilitator: "table",
  "co-facilitator": "table",
  "technical-assistant": "desk",
  expert: "hall",
  observer: "hall",
  guarantor: "desk",
  scrutineer: "watch",
  organiser: "desk",
} as const satisfies Record<Role, Workplace>;

/** Whether one of the roles works at one of these places. */
export function worksAt(held: readonly { readonly role: Role }[], places: readonly Workplace[]): boolean {
  return held.some(({ role }) => places.includes(workplaces[role]));
}

/** Behind the scenes: a side menu instead of a member's frame. */
export function worksBehindScenes(held: readonly { readonly role: Role }[]): boolean {
  return worksAt(held, ["desk", "watch"]);
}

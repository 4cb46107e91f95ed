import type { Action } from "~/app/domain/assembly/rights";
import type { Role } from "~/app/domain/assembly/role";
import { type AssemblyOfPage, mayShow } from "~/app/hooks/use-assembly";

/** Names of the menu, as the catalogue's area `home` has them under `nav`. */
export type NavName =
  | "desk"
  | "home"
  | "calendar"
  | "phase"
  | "recruit"
  | "draw"
  | "invitations"
  | "members"
  | "team"
  | "mails"
  | "learn"
  | "learningDesk"
  | "questions"
  | "sessions"
  | "recommendations"
  | "booklet"
  | "votes"
  | "site"
  | "journal"
  | "settings";

interface NavEntry {
  readonly name: NavName;
  readonly path: string;
  /** Who finds it in their menu. */
  readonly to: readonly Role[];
  /** Shown only while the person may do this. */
  readonly while?: Action;
}

const organiser: readonly Role[] = ["organiser"];
const watch: readonly Role[] = ["organiser", "guarantor", "scrutineer"];
const desk: readonly Role[] = ["organiser", "technical-assistant", "guarantor"];
const behindTheScenes: readonly Role[] = ["technical-assistant", "guarantor", "scrutineer"];
const guests: readonly Role[] = ["member", "facilitator", "co-facilitator", "expert", "observer"];

const entries: readonly NavEntry[] = [
  { name: "desk", path: "desk", to: desk },
  { name: "home", path: "home", to: [...guests, "scrutineer"] },
  { name: "calendar", path: "calendar", to: [...organiser, ...behindTheScenes, ...guests] },
  { name: "phase", path: "phase", to: organiser },
  { name: "recruit", path: "recruit", to: organiser },
  { name: "draw", path: "draw", to: watch },
  { name: "invitations", path: "invitations", to: organiser },
  { name: "members", path: "members", to: desk },
  { name: "team", path: "team", to: organiser },
  { name: "mails", path: "mails", to: organiser },
  { name: "learningDesk", path: "learning-desk", to: organiser },
  { name: "learn", path: "learn", to: guests, while: "material.read" },
  { name: "questions", path: "questions", to: [...organiser, ...guests], while: "question.read" },
  { name: "sessions", path: "sessions", to: [...organiser, ...behindTheScenes, "facilitator", "co-facilitator"] },
  {
    name: "recommendations",
    path: "recommendations",
    to: [...organiser, ...behindTheScenes, ...guests],
    while: "recommendation.read",
  },
  { name: "votes", path: "votes", to: organiser, while: "vote.prepare" },
  { name: "votes", path: "votes", to: organiser, while: "vote.see" },
  { name: "votes", path: "votes", to: [...behindTheScenes, ...guests], while: "vote.see" },
  { name: "site", path: "site", to: organiser },
  { name: "journal", path: "journal", to: watch },
  { name: "settings", path: "settings", to: organiser },
];

/** The menu of one person in one assembly: each page once, in the order of the table above. */
export function navItems({ roles, openPhases }: Pick<AssemblyOfPage, "roles" | "openPhases">): readonly NavEntry[] {
  const held = roles.map(({ role }) => role);
  const shown = entries.filter(
    ({ to, while: action }) =>
      to.some((role) => held.includes(role)) && (action === undefined || mayShow(action, roles, openPhases)),
  );
  return shown.filter(({ name }, at) => shown.findIndex((entry) => entry.name === name) === at);
}

const deskRoles: readonly Role[] = ["organiser", "technical-assistant", "guarantor", "scrutineer"];

/** Whether the person works behind the scenes: a side menu instead of a member's frame. */
export function worksAtDesk(held: AssemblyOfPage["roles"]): boolean {
  return held.some(({ role }) => deskRoles.includes(role));
}

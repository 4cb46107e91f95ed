/** What a person may be in one assembly. */
export const roles = [
  "member",
  "facilitator",
  "co-facilitator",
  "technical-assistant",
  "expert",
  "observer",
  "guarantor",
  "scrutineer",
  "organiser",
] as const;
export type Role = (typeof roles)[number];

/** The roles an organiser invites by a team link; members come in by the draw only. */
export const teamRoles = roles.filter((role): role is Exclude<Role, "member"> => role !== "member");

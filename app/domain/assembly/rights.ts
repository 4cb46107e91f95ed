import { keysOf } from "../kernel/entries-of";
import type { PhaseKind } from "./phase";
import { phaseKinds } from "./phase";
import type { Role } from "./role";
import { roles } from "./role";

type Phases = readonly PhaseKind[];

const always: Phases = phaseKinds;
const beforeMeeting: Phases = ["preparation", "recruitment"];
const gathered: Phases = ["skills", "learning", "deliberation", "drafting", "decision", "publication", "follow-up"];
const working: Phases = ["skills", "learning", "deliberation", "drafting", "decision"];
const filling: Phases = ["recruitment", "skills", "learning", "deliberation", "drafting"];
const settling: Phases = ["preparation", ...filling];
const talking: Phases = ["skills", "learning", "deliberation", "drafting"];
const writing: Phases = ["deliberation", "drafting"];
const answering: Phases = ["publication", "follow-up"];

const everyone = roles;
const organisers: readonly Role[] = ["organiser"];
const facilitators: readonly Role[] = ["facilitator", "co-facilitator"];
const desk: readonly Role[] = ["organiser", "technical-assistant"];
const watch: readonly Role[] = ["organiser", "guarantor", "scrutineer"];
const overview: readonly Role[] = [...desk, "guarantor"];
const table: readonly Role[] = ["member", ...facilitators, "technical-assistant", "guarantor", "organiser"];

interface Right {
  readonly to: readonly Role[];
  readonly during: Phases;
}

const right = (to: readonly Role[], during: Phases): Right => ({ to, during });

/**
 * Who may do what, and in which phases. A right that also depends on the group, the document or the vote has its condition in
 * `permits`. The table for people to read is rights.md; a test holds the two against each other.
 */
export const rights = {
  "assembly.see": right(everyone, always),
  "assembly.edit": right(organisers, always),
  "phase.advance": right(organisers, always),
  "team.manage": right(organisers, always),
  "member.see": right(overview, always),
  "journal.read": right(watch, always),
  "card.print": right(organisers, always),
  "device.sign-in-at-desk": right(desk, always),
  "pool.import": right(organisers, beforeMeeting),
  "pool.delete": right(organisers, always),
  "quota.edit": right(organisers, beforeMeeting),
  "quota.relax": right(organisers, settling),
  "draw.make": right(organisers, ["recruitment"]),
  "draw.replace": right(organisers, filling),
  "draw.see": right(watch, always),
  "invitation.send": right(organisers, filling),
  "invitation.record": right(organisers, filling),
  "material.edit": right(organisers, always),
  "material.read": right(everyone, gathered),
  "task.answer": right(["member"], working),
  "task.read-answers": right(["member", ...facilitators, "organiser"], gathered),
  "question.ask": right(["member"], talking),
  "question.answer": right(["expert", "organiser"], talking),
  "question.read": right(everyone, gathered),
  "device-check.make": right(everyone, always),
  "device-check.see": right(desk, always),
  "session.edit": right(organisers, always),
  "session.run": right(organisers, working),
  "session.attend": right(everyone, working),
  "session.place": right(desk, working),
  "turn.ask": right(["member", "expert", ...facilitators], working),
  "turn.skip": right([...facilitators, "technical-assistant", "expert", "organiser"], working),
  "turn.give-in-plenary": right(organisers, working),
  "turn.give-in-group": right([...facilitators, "organiser"], working),
  "group.enter": right(table, working),
  "group.enter-any": right(overview, working),
  "group.lead": right([...facilitators, "organiser"], working),
  "note.read": right(table, gathered),
  "note.read-later": right(everyone, gathered),
  "note.write": right(["member", ...facilitators], working),
  "idea.keep": right(["member", ...facilitators, "organiser"], working),
  "idea.read": right(everyone, gathered),
  "help.call": right(["member", ...facilitators, "expert"], working),
  "help.answer": right(desk, working),
  "help.answer-in-group": right([...facilitators, ...desk], working),
  "recommendation.start": right(["member", ...facilitators, "organiser"], writing),
  "recommendation.write": right(["member", ...facilitators], writing),
  "recommendation.lock": right(["member", ...facilitators, "organiser"], writing),
  "recommendation.unlock": right(organisers, writing),
  "recommendation.read": right(everyone, ["deliberation", "drafting", "decision", "publication", "follow-up"]),
  "vote.prepare": right(organisers, ["drafting", "decision"]),
  "vote.run": right(organisers, ["decision"]),
  "vote.cast": right(["member"], ["decision"]),
  "vote.see": right(everyone, ["decision", "publication", "follow-up"]),
  "response.record": right(organisers, answering),
  "name.consent": right(["member"], always),
} as const satisfies Record<string, Right>;

export type Action = keyof typeof rights;
export const actions = keysOf(rights);

/** Whether the right is given to a role, in whatever phase: to tell under which of somebody's roles they act, once `permits` has let them. */
export function isGivenTo(action: Action, role: Role): boolean {
  const { to }: Right = rights[action];
  return to.includes(role);
}

import type { Role } from "~/app/domain/assembly/role";
import type { Home } from "./ownership";

/** Somebody who sends requests. `home` is the assembly where they hold their role; a visitor and a stranger hold none. */
export interface Sender {
  readonly name: string;
  readonly home: Home | null;
  readonly role: Role | null;
  /** Tables in which this person's requests may change rows: of their own assembly, or of none. */
  readonly mayWrite: readonly string[];
}

/** What anybody may cause: a mail with a sign-in code, its limits, and the lines that say so. */
const visitors = ["sign_in_challenge", "sign_in_limit", "mail", "journal", "command_receipt"];
/** Whoever is signed in may end their devices. */
const signedIn = [...visitors, "device"];
/** A way in that was handed out: a card, a team link, an invitation, the operator's set-up link. */
const holders = [
  ...signedIn,
  "person",
  "participation",
  "team_link",
  "sign_in_card",
  "invitation",
  "setup_link",
  "organisation",
  "organisation_organiser",
  "stream",
  "fact",
];
/** Everybody of an assembly tries their device out, and ticks what they have read. */
const inAssembly = [...signedIn, "device_check", "material_done"];
const inRoom = [...inAssembly, "queue_entry", "turn", "help_call", "stream", "fact"];
const writers = [
  ...inRoom,
  "idea",
  "idea_author",
  "recommendation",
  "recommendation_author",
  "recommendation_idea",
  "revision",
  "documents.document",
  "documents.document_update",
];
const members = [...writers, "task_answer", "question", "question_support", "hand_raised", "participation"];
const facilitators = [...writers, "round_group", "group_seat"];
/** They place people in groups, and sign somebody in at the desk. */
const assistants = [...inRoom, "session", "round_group", "group_seat", "sign_in_card"];
const experts = [...inRoom, "question"];

/** Those who may least come first, so that what work an organiser starts in the background is nobody else's doing. */
export const senders: readonly Sender[] = [
  { name: "visitor", home: null, role: null, mayWrite: visitors },
  { name: "stranger", home: null, role: null, mayWrite: signedIn },
  { name: "guarantor", home: "first", role: "guarantor", mayWrite: inAssembly },
  { name: "expert", home: "first", role: "expert", mayWrite: experts },
  { name: "assistant", home: "first", role: "technical-assistant", mayWrite: assistants },
  { name: "member", home: "first", role: "member", mayWrite: members },
  { name: "member elsewhere", home: "second", role: "member", mayWrite: members },
  { name: "facilitator", home: "first", role: "facilitator", mayWrite: facilitators },
  { name: "facilitator elsewhere", home: "second", role: "facilitator", mayWrite: facilitators },
  { name: "holder", home: null, role: null, mayWrite: holders },
  { name: "organiser elsewhere", home: "second", role: "organiser", mayWrite: ["*"] },
  { name: "organiser", home: "first", role: "organiser", mayWrite: ["*"] },
];

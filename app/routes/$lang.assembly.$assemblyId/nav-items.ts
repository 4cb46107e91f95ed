import { whoLooks } from "~/app/domain/assembly/frame";
import { permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import { type Workplace, worksAt } from "~/app/domain/assembly/workplace";
import type { AssemblyOfPage } from "~/app/hooks/use-assembly";

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
  /** The rights that its page asks for: who lacks one of them does not find it in the menu. */
  readonly may: readonly Action[];
  /** Only for those who work there; everybody with the rights, unless said. */
  readonly at?: readonly Workplace[];
}

const entries: readonly NavEntry[] = [
  { name: "desk", path: "desk", may: ["member.see"] },
  { name: "home", path: "home", may: ["assembly.see"], at: ["hall", "table", "watch"] },
  { name: "calendar", path: "calendar", may: ["assembly.see"] },
  { name: "phase", path: "phase", may: ["phase.advance"] },
  { name: "recruit", path: "recruit", may: ["assembly.edit"] },
  { name: "draw", path: "draw", may: ["draw.see"] },
  { name: "invitations", path: "invitations", may: ["assembly.edit"] },
  { name: "members", path: "members", may: ["member.see"] },
  { name: "team", path: "team", may: ["team.manage"] },
  { name: "mails", path: "mails", may: ["team.manage"] },
  { name: "learningDesk", path: "learning-desk", may: ["material.edit"] },
  { name: "learn", path: "learn", may: ["material.read"], at: ["hall", "table"] },
  { name: "questions", path: "questions", may: ["question.read"], at: ["hall", "table"] },
  { name: "questions", path: "questions", may: ["question.read", "material.edit"] },
  { name: "sessions", path: "sessions", may: ["assembly.see"], at: ["desk", "watch", "table"] },
  { name: "recommendations", path: "recommendations", may: ["recommendation.read"] },
  { name: "votes", path: "votes", may: ["vote.prepare"] },
  { name: "votes", path: "votes", may: ["vote.see"] },
  { name: "site", path: "site", may: ["assembly.edit"] },
  { name: "journal", path: "journal", may: ["journal.read"] },
  { name: "settings", path: "settings", may: ["assembly.edit"] },
];

/** The menu of one person in one assembly: each page once, in the order of the table above. */
export function navItems(assembly: Pick<AssemblyOfPage, "id" | "roles" | "openPhases">): readonly NavEntry[] {
  const { actor, scope } = whoLooks(assembly);
  const shown = entries.filter(
    ({ may, at }) =>
      (at === undefined || worksAt(assembly.roles, at)) && may.every((action) => permits(actor, action, scope).ok),
  );
  return shown.filter(({ name }, at) => shown.findIndex((entry) => entry.name === name) === at);
}

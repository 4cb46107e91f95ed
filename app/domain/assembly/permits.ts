import type { AssemblyId, OrganisationId, ParticipationId } from "../kernel/ids";
import { accepted, type Result, refuse } from "../kernel/result";
import { type Actor, type HeldRole, type RoleHolder, rolesIn } from "./actor";
import type { NotesReaders } from "./notes-readers";
import type { PhaseKind } from "./phase";
import { type Action, isGivenTo, rights } from "./rights";

/** A group of a breakout round, as far as rights need it. */
export interface GroupScope {
  readonly facilitatorId: ParticipationId | null;
  readonly seated: readonly ParticipationId[];
}

/** A shared text: who may write in it, and whether it is locked. */
export interface DocumentScope {
  readonly writers: readonly ParticipationId[];
  readonly locked: boolean;
}

/** The notes of a session's tables, as far as others than the table and the team may read them. */
export interface NotesScope {
  readonly sessionOver: boolean;
  readonly readers: NotesReaders;
}

/** What the action concerns. `openPhases` are the kinds of the phases open now. */
export interface AssemblyScope {
  readonly assemblyId: AssemblyId;
  readonly openPhases: readonly PhaseKind[];
  readonly group?: GroupScope;
  readonly document?: DocumentScope;
  readonly notes?: NotesScope;
}

export type RightRefusal =
  | "sign-in-needed"
  | "not-a-participant"
  | "role-not-permitted"
  | "phase-not-open"
  | "not-your-group"
  | "document-locked";

/**
 * The only gate: whether the actor may do this, there, now. Commands and queries ask it, and so do screens, to show or hide a way in.
 * Refuses with `sign-in-needed` (visitors), `not-a-participant` (strangers to the assembly: answer as if it did not exist),
 * `role-not-permitted`, `phase-not-open` (data: the phases in which the role may), `not-your-group`, `document-locked`.
 */
export function permits(actor: RoleHolder, action: Action, scope: AssemblyScope): Result<undefined, RightRefusal> {
  if (actor.kind === "system") return accepted;
  if (actor.kind === "visitor") return refuse("sign-in-needed");
  const held = rolesIn(actor, scope.assemblyId);
  if (held.length === 0) return refuse("not-a-participant");
  const fitting = held.filter(({ role }) => isGivenTo(action, role));
  if (fitting.length === 0) return refuse("role-not-permitted", { action });
  const during: readonly PhaseKind[] = rights[action].during;
  if (!scope.openPhases.some((kind) => during.includes(kind)))
    return refuse("phase-not-open", { action, phases: during });
  const { notes } = scope;
  if (notes && !(notes.sessionOver && notes.readers === "members")) return refuse("not-your-group");
  return withinGroupAndDocument(fitting, action, scope);
}

function withinGroupAndDocument(
  fitting: readonly HeldRole[],
  action: Action,
  scope: AssemblyScope,
): Result<undefined, RightRefusal> {
  const { group, document } = scope;
  if (group && !fitting.some((held) => belongs(held, action, group))) return refuse("not-your-group");
  if (!document) return accepted;
  if (document.locked && action !== "recommendation.unlock") return refuse("document-locked");
  const writes = fitting.some(
    ({ role, participationId }) => role !== "member" || document.writers.includes(participationId),
  );
  return writes ? accepted : refuse("not-your-group");
}

function belongs({ role, participationId }: HeldRole, action: Action, group: GroupScope): boolean {
  if (role === "member") return group.seated.includes(participationId);
  if (role === "facilitator" || role === "co-facilitator") {
    return group.facilitatorId === participationId || group.seated.includes(participationId);
  }
  return isGivenTo("group.enter-any", role) && action !== "note.write";
}

/** Whether the person may prepare assemblies of this organisation. */
export function mayOrganise(
  actor: Actor,
  organisationId: OrganisationId,
): Result<undefined, "sign-in-needed" | "role-not-permitted"> {
  if (actor.kind === "visitor") return refuse("sign-in-needed");
  if (actor.kind === "system" || actor.organiserOf.includes(organisationId)) return accepted;
  return refuse("role-not-permitted");
}

import type { AssemblyId, DeviceId, OrganisationId, ParticipationId, PersonId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import type { Role } from "./role";

/** A person's role in one assembly, as far as rights need it; withdrawn ones are not listed. */
export interface HeldRole {
  readonly participationId: ParticipationId;
  readonly assemblyId: AssemblyId;
  readonly role: Role;
}

/** The device somebody acts from. */
export interface ActingDevice {
  readonly id: DeviceId;
  /** They proved lately who they are: what is grave may be asked from it. */
  readonly proven: boolean;
}

export interface PersonActor {
  readonly kind: "person";
  readonly personId: PersonId;
  readonly organiserOf: readonly OrganisationId[];
  readonly participations: readonly HeldRole[];
  /**
   * Set when the device was let in by something others could read (a card, a letter's code, the desk): it opens this participation and
   * nothing else of the person.
   */
  readonly only?: ParticipationId;
  /** Absent where the installation itself acts in somebody's name; whoever asks over the network has one (`who`). */
  readonly device?: ActingDevice;
}

/** Who asks: somebody without sign-in, a signed-in person, or the installation itself (jobs, the first start). */
export type Actor = { readonly kind: "visitor" } | { readonly kind: "system" } | PersonActor;

/** Who asks, as far as rights in assemblies need it: a page knows no more of its person than the roles they hold. */
export type RoleHolder = Exclude<Actor, PersonActor> | Pick<PersonActor, "kind" | "participations">;

/** The person, if they came in by a proof of their own; nobody for a visitor, or a device that opens one participation only. */
export function inPerson(actor: Actor): PersonActor | null {
  return actor.kind === "person" && actor.only === undefined ? actor : null;
}

/** The same for what only they themself may do. Refuses with `sign-in-needed`, `opens-one-seat` (sign in by mail instead). */
export function onlyInPerson(actor: Actor): Result<PersonActor, "sign-in-needed" | "opens-one-seat"> {
  const self = inPerson(actor);
  if (self) return accept(self);
  return refuse(actor.kind === "person" ? "opens-one-seat" : "sign-in-needed");
}

/** Whose devices the actor sees and ends: their own; from a device that opens one participation, those of this one. */
export function deviceOwner({ personId, only }: PersonActor): Pick<PersonActor, "personId" | "only"> {
  return only === undefined ? { personId } : { personId, only };
}

export const visitor: Actor = { kind: "visitor" };
export const system: Actor = { kind: "system" };

/** The actor's roles in one assembly; empty for visitors and strangers. */
export function rolesIn(actor: RoleHolder, assemblyId: AssemblyId): readonly HeldRole[] {
  return actor.kind === "person" ? actor.participations.filter((held) => held.assemblyId === assemblyId) : [];
}

/** The actor's participation as a member of the assembly, if they are one. */
export function membershipIn(actor: Actor, assemblyId: AssemblyId): HeldRole | undefined {
  return rolesIn(actor, assemblyId).find((held) => held.role === "member");
}

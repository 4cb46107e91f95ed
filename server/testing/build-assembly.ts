import { localDateOf } from "~/app/domain/assembly/local-date";
import { type PhaseKind, phaseKinds } from "~/app/domain/assembly/phase";
import type { Role } from "~/app/domain/assembly/role";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import {
  type AssemblyId,
  newId,
  type OrganisationId,
  type ParticipationId,
  type PersonId,
} from "~/app/domain/kernel/ids";
import { aNewAssembly } from "~/app/domain/testing/assembly";
import { insertParticipation } from "~/db/repositories/participation";
import { appendPhaseChange, lastPhaseChange, listPhases, type PhaseRow } from "~/db/repositories/phase";
import { listSessions, type SessionWithAgenda } from "~/db/repositories/session-calendar";
import { createAssembly, type NewAssembly } from "../commands/prepare/create-assembly";
import type { Caller } from "../context";
import type { World } from "./test-app";

/** Somebody of the assembly: as caller, as person, as participation. */
export interface Somebody extends Caller {
  readonly personId: PersonId;
  readonly participationId: ParticipationId;
  readonly name: string;
}

export interface BuiltAssembly {
  readonly assemblyId: AssemblyId;
  readonly organisationId: OrganisationId;
  readonly organiser: Caller & { readonly personId: PersonId };
  readonly members: readonly Somebody[];
  readonly facilitators: readonly Somebody[];
  readonly phases: readonly PhaseRow[];
  readonly sessions: readonly SessionWithAgenda[];
  /** Another person of the assembly in a role: an expert, a guarantor, one more organiser. */
  join(role: Role, name?: string, seat?: number): Promise<Somebody>;
  /** Opens exactly the phases of these kinds, as if they had been advanced to. */
  open(...kinds: readonly PhaseKind[]): Promise<void>;
}

export interface ToBuild extends Partial<NewAssembly> {
  /** How many members are seated. */
  readonly members?: number;
  readonly facilitators?: number;
  /** The phases open now; the preparation unless told otherwise. */
  readonly phase?: PhaseKind | readonly PhaseKind[];
}

/**
 * An assembly for tests of commands and queries, in the database of `testApp()`:
 * `const { assemblyId, organiser, members } = await buildAssembly(world, { seats: 4, members: 4, facilitators: 2, phase: "deliberation" })`.
 * It is made by the command `createAssembly`; members and team are then written by the repositories, as an accepted invitation or a
 * team link would. The preparation begins today by the world's clock; dates of phases do not open them. Callers carry the roles that
 * people hold when they join: ask `world.as(personId)` again after a change.
 */
export async function buildAssembly(
  world: World,
  { members = 0, facilitators = 0, phase = "preparation", ...input }: ToBuild = {},
): Promise<BuiltAssembly> {
  const maker = await world.organiser();
  const [organisationId] = maker.actor.kind === "person" ? maker.actor.organiserOf : [];
  if (!organisationId) throw new Error("the organiser has no organisation");
  const startsOn = localDateOf(world.clock.now(), "Europe/Paris");
  const order = aNewAssembly({ organisationId, startsOn, seats: Math.max(2, members), groupSize: 2, ...input });
  const made = await createAssembly(maker, world.commandId(), order);
  if (!made.ok) throw new Error(`the assembly was refused: ${made.refusal.code}`);
  const { assemblyId } = made.value;
  const place: Place = { world, assemblyId, by: maker.personId };
  await openPhases(place, typeof phase === "string" ? [phase] : phase);
  const main = world.app.stores.main;
  return {
    assemblyId,
    organisationId,
    organiser: { ...(await world.as(maker.personId)), personId: maker.personId },
    members: await several(members, (at) => join(place, { role: "member", name: `Membre ${at}`, seat: at })),
    facilitators: await several(facilitators, (at) => join(place, { role: "facilitator", name: `Animation ${at}` })),
    phases: await listPhases(main, assemblyId),
    sessions: await listSessions(main, assemblyId),
    join: (role, name = `Une personne (${role})`, seat = undefined) =>
      join(place, { role, name, ...(seat !== undefined && { seat }) }),
    open: (...kinds) => openPhases(place, kinds),
  };
}

interface Place {
  readonly world: World;
  readonly assemblyId: AssemblyId;
  readonly by: PersonId;
}

async function several<T>(count: number, make: (number: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let number = 1; number <= count; number++) made.push(await make(number));
  return made;
}

async function join(
  { world, assemblyId }: Place,
  { role, name, seat }: { readonly role: Role; readonly name: string; readonly seat?: number },
): Promise<Somebody> {
  const participationId = newId<"participation">(world.random);
  const address = `${name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, ".")
    .toLowerCase()}@example.org`;
  const personId = await world.person(name, address);
  await insertParticipation(world.app.stores.main, {
    id: participationId,
    assemblyId,
    personId,
    role,
    seat: seat ?? null,
    state: "active",
    namePublic: false,
    createdAt: world.clock.now(),
    endedAt: null,
  });
  return { ...(await world.as(personId)), personId, participationId, name };
}

async function openPhases({ world, assemblyId, by }: Place, kinds: readonly PhaseKind[]): Promise<void> {
  const main = world.app.stores.main;
  const wanted = phaseKinds.filter((kind) => kinds.includes(kind));
  const phases = await listPhases(main, assemblyId);
  const to = wanted.map((kind) => {
    const found = phases.find((phase) => phase.kind === kind);
    if (!found) throw new Error(`the itinerary has no ${kind}`);
    return found.id;
  });
  const last = await lastPhaseChange(main, assemblyId);
  if (last && last.to.join() === to.join()) return;
  await appendPhaseChange(main, {
    id: newId<"phase-change">(world.random),
    assemblyId,
    ordinal: (last?.ordinal ?? 0) + 1,
    from: last?.to ?? [],
    to,
    by,
    at: new Date(world.clock.now().getTime() - MINUTE_MS),
    reason: null,
    undoes: null,
  });
}

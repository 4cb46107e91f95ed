import type { Actor } from "~/app/domain/assembly/actor";
import type { AssemblyId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { listLatestMails } from "~/db/repositories/mail";
import { insertOrganisationOrganiser } from "~/db/repositories/organisation";
import { listParticipants } from "~/db/repositories/participation";
import { who } from "../auth/who";
import { giveRole } from "../commands/team/give-role";
import type { Caller } from "../context";
import { type BuiltAssembly, buildAssembly } from "./build-assembly";
import { buildDrawn } from "./build-recruitment";
import type { TestApp } from "./test-app";

export const VICTIM = { name: "Hélène Roux", email: "helene@example.org" } as const;
export const ATTACKER = { name: "Claire Fontaine", email: "attacker@example.org" } as const;

/** What an organiser may type into a pool to be taken for somebody else. */
const spellings = ["Hélène Roux", "helene roux", "HÉLÈNE  ROUX", "Claire Fontaine", "Hélène Roux"];
const addresses = [VICTIM.email, "Helene@Example.org", ATTACKER.email, ""];

/** Who holds a device: whoever holds it gained what it opens. */
export type Holder = "attacker" | "victim";

/**
 * An installation with two organisations. The attacker organises `ours`, whose pool is full of the victim's name and address; the victim
 * leads the organisation of `theirs`. Each reads the mails of their own address, and the attacker whatever an organiser is shown.
 */
export interface AttackedInstallation {
  readonly world: TestApp;
  readonly ours: BuiltAssembly;
  readonly theirs: BuiltAssembly;
  readonly victim: PersonId;
  readonly held: { readonly by: Holder; readonly deviceId: DeviceId }[];
  /** Keeps the device that a way in answered with; a refusal gave nothing. */
  hold(by: Holder, answer: Result<{ readonly deviceId: DeviceId | null }>): void;
  invited(): Promise<readonly InvitedRow[]>;
  seated(): ReturnType<typeof listParticipants>;
  /** What stands in the mails to an address, the latest first. */
  mailbox(address: string, pattern: RegExp): Promise<readonly string[]>;
  callerOn(deviceId: DeviceId): Promise<Caller>;
  /** What each device opens: `<assembly>:<role>` and `organisation:<id>`. */
  rightsOf(by: Holder): Promise<ReadonlySet<string>>;
}

export async function attackedInstallation(world: TestApp): Promise<AttackedInstallation> {
  const theirs = await buildAssembly(world, { members: 1, phase: "learning" });
  const { main } = world.app.stores;
  const victim = await world.person(VICTIM.name, VICTIM.email);
  const since = world.clock.now();
  await insertOrganisationOrganiser(main, { organisationId: theirs.organisationId, personId: victim, since });
  await giveRole(main, world.app, { personId: victim, assemblyId: theirs.assemblyId, role: "guarantor" });
  const ours = await buildDrawn(world, {
    people: 40,
    seats: 6,
    as: (row) => ({ name: spellings[row % spellings.length] ?? "", email: addresses[row % addresses.length] ?? "" }),
  });
  const held: { by: Holder; deviceId: DeviceId }[] = [];
  const callerOn = async (deviceId: DeviceId): Promise<Caller> => ({
    app: world.app,
    actor: await actorOn(world, deviceId),
  });
  return {
    world,
    ours,
    theirs,
    victim,
    held,
    hold: (by, answer) => {
      if (answer.ok && answer.value.deviceId) held.push({ by, deviceId: answer.value.deviceId });
    },
    invited: () => listInvited(main, ours.assemblyId),
    seated: async () => (await listParticipants(main, ours.assemblyId)).filter(({ role }) => role === "member"),
    mailbox: (address, pattern) => readMails(world, address, pattern),
    callerOn,
    async rightsOf(by) {
      const actors: Actor[] = [];
      for (const one of held) if (one.by === by) actors.push(await actorOn(world, one.deviceId));
      return new Set(actors.flatMap(rightsIn));
    },
  };
}

async function actorOn(world: TestApp, deviceId: DeviceId): Promise<Actor> {
  return (await who(world.app, `hemicycle_device=${world.app.secrets.deviceToken(deviceId)}`)).actor;
}

async function readMails(world: TestApp, address: string, pattern: RegExp): Promise<readonly string[]> {
  const mails = await listLatestMails(world.app.stores.main, 200);
  return mails.flatMap(({ to, body }) => {
    const found = to === address ? pattern.exec(body)?.[1] : undefined;
    return found === undefined ? [] : [found];
  });
}

function rightsIn(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return [
    ...actor.organiserOf.map((id) => `organisation:${id}`),
    ...actor.participations.map(({ assemblyId, role }) => rightIn(assemblyId, role)),
  ];
}

const rightIn = (assemblyId: AssemblyId, role: string): string => `${assemblyId}:${role}`;

import { addDays, localDateOf } from "~/app/domain/assembly/local-date";
import type { Role } from "~/app/domain/assembly/role";
import { templates } from "~/app/domain/assembly/template";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import { setUp } from "~/server/commands/auth/set-up";
import { createAssembly } from "~/server/commands/prepare/create-assembly";
import { editOrganisation } from "~/server/commands/prepare/edit-organisation";
import { acceptTeamLink } from "~/server/commands/team/accept-team-link";
import { inviteToTeam } from "~/server/commands/team/invite-to-team";
import { organisationMark } from "~/server/kernel/prepare/organisation-mark";
import { findOrganisation } from "../repositories/organisation";
import { findPeopleByEmail } from "../repositories/person";
import { replaceSetupLink } from "../repositories/setup-link";
import { type Convention, type DemoWorld, must } from "./demo-world";
import { teamNames } from "./names";
import { conventionSettings, organisationTexts } from "./texts";

const zone = "Europe/Paris";
const device = { userAgent: null, replaces: null } as const;

const addressOf = (name: string): string =>
  `${name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .trim()
    .replace(/ +/g, ".")
    .toLowerCase()}@univ.example.org`;

/** The first day of the preparation such that the template's session number `session` (from 0) is today. */
export function startSoThatTodayIs(now: Date, session: number): string {
  const day = templates["student-convention"].sessions[session]?.day ?? 0;
  return addDays(localDateOf(now, zone), -day);
}

/** Sets the installation up, makes the convention from its template and gathers the team, as people would. */
export async function foundConvention(world: DemoWorld, startsOn: string): Promise<Convention> {
  const organiser = await firstOrganiser(world);
  const caller = await world.as(organiser);
  const organisationId = caller.actor.kind === "person" ? caller.actor.organiserOf[0] : undefined;
  if (!organisationId) throw new Error("the organiser has no organisation");
  const organisation = await findOrganisation(caller.app.stores.main, organisationId);
  if (!organisation) throw new Error("the organisation was not set up");
  const seen = organisationMark(organisation);
  must(await editOrganisation(caller, world.commandId(), { organisationId, seen, ...organisationTexts }));
  const order = { ...conventionSettings, organisationId, template: "student-convention", startsOn } as const;
  const { assemblyId } = must(await createAssembly(caller, world.commandId(), order));
  const join = (role: Exclude<Role, "member">, name: string) => joinTeam(world, { organiser, assemblyId, role, name });
  const facilitators: PersonId[] = [];
  for (const name of teamNames.facilitators) facilitators.push(await join("facilitator", name));
  const team = {
    expert: await join("expert", teamNames.expert),
    guarantor: await join("guarantor", teamNames.guarantor),
    assistant: await join("technical-assistant", teamNames.assistant),
  };
  return { assemblyId, organiser, team, facilitators };
}

async function firstOrganiser(world: DemoWorld): Promise<PersonId> {
  const { app } = world;
  const token = newId<"setup">(app.random);
  await replaceSetupLink(app.stores.main, app.secrets.tokenHash(token), app.clock.now());
  const name = teamNames.organiser;
  const order = {
    token,
    organisationName: "Université de Valmont",
    name,
    email: addressOf(name),
    locale: "fr",
    device,
  } as const;
  must(await setUp(world.visitor(), world.commandId(), order));
  return personOf(world, name);
}

interface Joining {
  readonly organiser: PersonId;
  readonly assemblyId: Convention["assemblyId"];
  readonly role: Exclude<Role, "member">;
  readonly name: string;
}

async function joinTeam(world: DemoWorld, { organiser, assemblyId, role, name }: Joining): Promise<PersonId> {
  const email = addressOf(name);
  const invited = await inviteToTeam(await world.as(organiser), world.commandId(), {
    assemblyId,
    role,
    name,
    email,
    locale: "fr",
  });
  const token = world.app.secrets.linkToken("team", must(invited).linkId);
  const newcomer = { personId: null, name, email } as const;
  must(await acceptTeamLink(world.visitor(), world.commandId(), { token, locale: "fr", newcomer, device }));
  return personOf(world, name);
}

async function personOf(world: DemoWorld, name: string): Promise<PersonId> {
  const [found] = await findPeopleByEmail(world.app.stores.main, addressOf(name));
  if (!found) throw new Error(`${name} did not come in`);
  return found.id;
}

import { visitor } from "~/app/domain/assembly/actor";
import { type CommandId, type DeviceId, newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { tidyName } from "~/app/domain/people/person-name";
import type { Main } from "~/db/connect";
import { insertOrganisation, insertOrganisationOrganiser } from "~/db/repositories/organisation";
import { insertPerson } from "~/db/repositories/person";
import { findSetupLink, spendSetupLink } from "~/db/repositories/setup-link";
import type { App, Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "./add-device";

export interface SetUp {
  readonly token: string;
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly device: AskingDevice;
}

/**
 * Makes the first organisation and its organiser with the link printed at the first start, and signs their device in.
 * Refuses with `link-unknown`, `link-used`, `sign-in-over` (a repeat after sign-out).
 */
export async function setUp(
  { app }: Caller,
  commandId: CommandId,
  input: SetUp,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const tokenHash = app.secrets.tokenHash(input.token);
  const done = await carryOut(
    { app, actor: visitor },
    { commandId, action: "installation.set-up", proof: input.token },
    async (tx) => {
      if (!(await findSetupLink(tx, tokenHash))) return refuse("link-unknown");
      if (!(await spendSetupLink(tx, tokenHash, app.clock.now()))) return refuse("link-used");
      const { organisationId, personId } = await firstOrganiser(tx, app, input);
      const deviceId = await addDevice(tx, app, { personId, means: "setup", only: null, device: input.device });
      return accept({
        value: { deviceId },
        journal: [
          { action: "organisation.create", subject: { kind: "organisation", id: organisationId } },
          { action: "organiser.add", subject: { kind: "person", id: personId }, data: { organisationId } },
          signInNote({ personId, means: "setup" }),
        ],
        ...endedBy(input.device),
      });
    },
  );
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}

async function firstOrganiser(tx: Main, app: App, { organisationName, name, email, locale }: SetUp) {
  const now = app.clock.now();
  const organisationId = newId<"organisation">(app.random);
  const personId: PersonId = newId<"person">(app.random);
  await insertOrganisation(tx, {
    id: organisationId,
    name: tidyName(organisationName),
    legalNotice: {},
    privacy: {},
    createdAt: now,
  });
  await insertPerson(tx, {
    id: personId,
    name: tidyName(name),
    email: normaliseEmail(email),
    // Whoever reads the terminal of the server may be whoever they say.
    emailProvenAt: now,
    phone: null,
    locale,
    createdAt: now,
  });
  await insertOrganisationOrganiser(tx, { organisationId, personId, since: now });
  return { organisationId, personId };
}

import { visitor } from "~/app/domain/assembly/actor";
import type { AssemblyId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { usableTeamLink } from "~/app/domain/people/team-link";
import { findTeamLink, spendTeamLink, type TeamLinkRow } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { type AskingDevice, addDevice, confirmDevice, signInNote } from "../auth/add-device";
import { carryOut } from "../kernel/carry-out";
import { giveRole } from "./give-role";
import { type NewcomerWords, whoAccepts } from "./who-accepts";

export interface AcceptTeamLink {
  readonly token: string;
  readonly locale: Locale;
  /** Who they say they are, when they are not signed in. */
  readonly newcomer: NewcomerWords;
  readonly device: AskingDevice;
}

export interface AcceptedTeamLink {
  readonly assemblyId: AssemblyId;
  /** The device that was signed in; null when it was already. */
  readonly deviceId: DeviceId | null;
}

/**
 * Takes up the role a link offers: as the person signed in, else as somebody of the address it was mailed to, else as somebody new, who
 * is then signed in. Refuses with `link-unknown`, `link-used`, `link-revoked`, `link-expired`, and as `whoAccepts` does.
 */
export async function acceptTeamLink(
  { app, actor }: Caller,
  commandId: string,
  input: AcceptTeamLink,
): Promise<Result<AcceptedTeamLink>> {
  const caller = { app, actor: actor.kind === "person" ? actor : visitor };
  const done = await carryOut(caller, { commandId, action: "team.accept-link" }, async (tx) => {
    const now = app.clock.now();
    const link = await findTeamLink(tx, app.secrets.tokenHash(input.token));
    if (!link) return refuse("link-unknown");
    const usable = usableTeamLink(link, now);
    if (!usable.ok) return usable;
    const person = await whoAccepts(tx, caller, { link, locale: input.locale, newcomer: input.newcomer });
    if (!person.ok) return person;
    const personId = person.value;
    if (!(await spendTeamLink(tx, link.id, { by: personId, now }))) return refuse("link-used");
    await giveRole(tx, app, { personId, assemblyId: link.assemblyId, role: link.role });
    const device = { personId, means: "team", device: input.device } as const;
    const deviceId = actor.kind === "person" ? null : await addDevice(tx, app, device);
    return accept({
      value: { assemblyId: link.assemblyId, deviceId },
      journal: [acceptedNote(link, personId), ...(deviceId ? [signInNote(device)] : [])],
      facts: [{ stream: `assembly:${link.assemblyId}`, type: "role-given", payload: { role: link.role } }],
      rightsChanged: [personId],
    });
  });
  if (!done.ok || done.value.deviceId === null) return done;
  const confirmed = await confirmDevice(app, done.value.deviceId);
  return confirmed.ok ? done : confirmed;
}

function acceptedNote({ id, assemblyId, role }: TeamLinkRow, personId: PersonId) {
  return { action: "team.accept-link", assemblyId, subject: { kind: "team-link", id }, data: { role, personId } };
}

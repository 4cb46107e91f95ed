import { inPerson, visitor } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { usableTeamLink } from "~/app/domain/people/team-link";
import { findTeamLink, spendTeamLink, type TeamLinkRow } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { tellingSessions } from "../../kernel/attendance";
import { carryOut } from "../../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "../auth/add-device";
import type { AskedChallenge } from "../auth/ask-for-code";
import { claimAddress } from "../auth/claim-address";
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
  readonly personId: PersonId;
  /** The code that was mailed to the address somebody new typed: theirs once they have entered it. Null when there is nothing to prove. */
  readonly challenge: AskedChallenge | null;
  /** That address. */
  readonly toProve: string | null;
}

/**
 * Takes up the role a link offers: as the person signed in (not on a device that opens one seat only), else as somebody of the address it was mailed to, else as somebody new, who
 * is then signed in. Refuses with `link-unknown`, `link-used`, `link-revoked`, `link-expired`, and as `whoAccepts` does.
 */
export async function acceptTeamLink(
  { app, actor }: Caller,
  commandId: CommandId,
  input: AcceptTeamLink,
): Promise<Result<AcceptedTeamLink>> {
  const self = inPerson(actor);
  const caller = { app, actor: self ?? visitor };
  const done = await carryOut(caller, { commandId, action: "team.accept-link", proof: input.token }, async (tx) => {
    const now = app.clock.now();
    const link = await findTeamLink(tx, app.secrets.tokenHash(input.token));
    if (!link) return refuse("link-unknown");
    const usable = usableTeamLink(link, now);
    if (!usable.ok) return usable;
    const accepting = await whoAccepts(tx, caller, { link, locale: input.locale, newcomer: input.newcomer });
    if (!accepting.ok) return accepting;
    const { personId, joined, journal, toProve, devicesEnded } = accepting.value;
    if (!(await spendTeamLink(tx, link.id, { by: personId, now }))) return refuse("link-used");
    const { assemblyId, role } = link;
    const given = await tellingSessions(tx, [assemblyId], () => giveRole(tx, app, { personId, assemblyId, role }));
    const device = { personId, means: "team", only: null, device: input.device } as const;
    const deviceId = self ? null : await addDevice(tx, app, device);
    return accept({
      value: { assemblyId, deviceId, personId, toProve },
      journal: [...journal, acceptedNote(link, personId), ...(deviceId ? [signInNote(device)] : [])],
      facts: [...accepting.value.facts, ...given.facts],
      rightsChanged: [personId, ...joined],
      ...(deviceId && endedBy(input.device, devicesEnded)),
    });
  });
  if (!done.ok) return done;
  const { deviceId, personId, toProve } = done.value;
  if (deviceId === null) return accept({ ...done.value, challenge: null });
  const confirmed = await confirmDevice(app, deviceId);
  if (!confirmed.ok) return confirmed;
  if (toProve === null) return accept({ ...done.value, challenge: null });
  const newcomer = { kind: "person", personId, organiserOf: [], participations: [] } as const;
  // A mail that may not be asked for now is asked for on the next page.
  const claimed = await claimAddress({ app, actor: newcomer }, commandId, { email: toProve, locale: input.locale });
  return accept({ ...done.value, challenge: claimed.ok ? claimed.value : null });
}

function acceptedNote({ id, assemblyId, role }: TeamLinkRow, personId: PersonId) {
  return { action: "team.accept-link", assemblyId, subject: { kind: "team-link", id }, data: { role, personId } };
}

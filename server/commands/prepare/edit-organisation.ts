import type { OrganisationSays } from "~/app/domain/assembly/organisation-texts";
import { mayOrganise } from "~/app/domain/assembly/permits";
import type { CommandId, OrganisationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { changeOrganisation, findOrganisation } from "~/db/repositories/organisation";
import type { Caller } from "../../context";
import { carryOut, type Done } from "../../kernel/carry-out";
import { organisationMark } from "../../kernel/prepare/organisation-mark";
import { checkSeen } from "../../kernel/seen";

export interface OrganisationTexts extends OrganisationSays {
  readonly organisationId: OrganisationId;
  /** The mark of the texts that the form showed. */
  readonly seen: string;
}

type Edited = { readonly organisationId: OrganisationId };

/**
 * Changes an organisation's name, legal notice and privacy text. Refuses strangers (`role-not-permitted`), an empty name, and
 * `changed-meanwhile` when somebody else saved other texts since the form was shown.
 */
export function editOrganisation(
  caller: Caller,
  commandId: CommandId | null,
  { organisationId, name, legalNotice, privacy, seen }: OrganisationTexts,
): Promise<Result<Edited>> {
  return carryOut(caller, { commandId, action: "organisation.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const permitted = mayOrganise(caller.actor, organisationId);
    if (!permitted.ok) return permitted;
    const stored = await findOrganisation(tx, organisationId);
    if (!stored) return refuse("not-found");
    if (name.trim() === "") return refuse("field-required", {}, "name");
    const same = checkSeen(organisationMark(stored), seen);
    if (!same.ok) return same;
    await changeOrganisation(tx, organisationId, { name: name.trim(), legalNotice, privacy });
    return accept({
      value: { organisationId },
      journal: [{ action: "organisation.edit", subject: { kind: "organisation", id: organisationId } }],
    });
  });
}

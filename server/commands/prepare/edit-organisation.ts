import { mayOrganise } from "~/app/domain/assembly/permits";
import type { OrganisationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { changeOrganisation, findOrganisation } from "~/db/repositories/organisation";
import type { Caller } from "../../context";
import { carryOut, type Done } from "../kernel/carry-out";

export interface OrganisationTexts {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly legalNotice: Localised;
  readonly privacy: Localised;
}

type Edited = { readonly organisationId: OrganisationId };

/** Changes an organisation's name, legal notice and privacy text. Refuses strangers (`role-not-permitted`) and an empty name. */
export function editOrganisation(
  caller: Caller,
  commandId: string | null,
  { organisationId, name, legalNotice, privacy }: OrganisationTexts,
): Promise<Result<Edited>> {
  return carryOut(caller, { commandId, action: "organisation.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const permitted = mayOrganise(caller.actor, organisationId);
    if (!permitted.ok) return permitted;
    if (!(await findOrganisation(tx, organisationId))) return refuse("not-found");
    if (name.trim() === "") return refuse("field-required", {}, "name");
    await changeOrganisation(tx, organisationId, { name: name.trim(), legalNotice, privacy });
    return accept({
      value: { organisationId },
      journal: [{ action: "organisation.edit", subject: { kind: "organisation", id: organisationId } }],
    });
  });
}

import type { OrganisationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findOrganisation } from "~/db/repositories/organisation";
import type { Caller } from "../../context";
import { organisationMark } from "../../kernel/prepare/organisation-mark";

export interface MyOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly legalNotice: Localised;
  readonly privacy: Localised;
  /** Goes back with what is saved over these texts. */
  readonly mark: string;
}

/** The organisations in whose name the person may prepare assemblies. Refuses those who have none (`role-not-permitted`). */
export async function myOrganisations({ app, actor }: Caller): Promise<Result<readonly MyOrganisation[]>> {
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const found: MyOrganisation[] = [];
  for (const id of actor.organiserOf) {
    const row = await findOrganisation(app.stores.main, id);
    if (!row) continue;
    const { name, legalNotice, privacy } = row;
    found.push({ id, name, legalNotice, privacy, mark: organisationMark(row) });
  }
  return found.length === 0 ? refuse("role-not-permitted") : accept(found);
}

import type { OrganisationSays } from "~/app/domain/assembly/organisation-texts";
import { markOf } from "../seen";

/** What is edited of an organisation. */
export function organisationMark({ name, legalNotice, privacy }: OrganisationSays): string {
  return markOf({ name, legalNotice, privacy });
}

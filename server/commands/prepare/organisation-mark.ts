import { createHash } from "node:crypto";
import { type OrganisationSays, organisationCanon } from "~/app/domain/assembly/organisation-texts";

/** The mark of an organisation's texts as somebody saw them: another one once anybody has changed a word. */
export function organisationMark(texts: OrganisationSays): string {
  return createHash("sha256").update(organisationCanon(texts)).digest("hex");
}

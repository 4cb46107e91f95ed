import { canonicalJson } from "../kernel/canonical-json";
import type { Localised } from "../kernel/locale";

/** What an organisation says of itself. */
export interface OrganisationSays {
  readonly name: string;
  readonly legalNotice: Localised;
  readonly privacy: Localised;
}

/** The texts as one canonical text: whoever saves over them sends the mark of what they saw, made from this. */
export function organisationCanon({ name, legalNotice, privacy }: OrganisationSays): string {
  return canonicalJson({ name, legalNotice, privacy });
}

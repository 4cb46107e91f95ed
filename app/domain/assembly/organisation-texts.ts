import type { Localised } from "../kernel/locale";

/** What an organisation says of itself. */
export interface OrganisationSays {
  readonly name: string;
  readonly legalNotice: Localised;
  readonly privacy: Localised;
}

import { z } from "zod";
import { commandId, seen } from "~/app/components/form/command-id";
import type { OrganisationId } from "~/app/domain/kernel/ids";
import { locales } from "~/app/domain/kernel/locale";
import { readLocalised } from "~/app/domain/kernel/read-localised";

const page = z.string().trim().max(50_000).default("");

export const organisationForm = z.object({
  commandId,
  organisationId: z.string().transform((text) => text as OrganisationId),
  seen,
  name: z.string().trim().min(1).max(200),
  "legalNotice.fr": page,
  "legalNotice.en": page,
  "privacy.fr": page,
  "privacy.en": page,
});

/** What was posted, as the command takes it. */
export function organisationTextsOf(posted: z.output<typeof organisationForm>) {
  return {
    organisationId: posted.organisationId,
    seen: posted.seen,
    name: posted.name,
    legalNotice: readLocalised(posted, "legalNotice", locales),
    privacy: readLocalised(posted, "privacy", locales),
  };
}

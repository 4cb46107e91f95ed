import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { locales } from "~/app/domain/kernel/locale";
import { readLocalised } from "~/app/domain/kernel/read-localised";
import { commandId, idOf } from "~/realtime/protocol/ids";

const page = z.string().trim().max(50_000).default("");

export const organisationForm = z.object({
  commandId,
  organisationId: idOf<"organisation">(),
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

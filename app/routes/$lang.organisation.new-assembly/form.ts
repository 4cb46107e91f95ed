import { z } from "zod";
import { settingsFields, settingsOf } from "~/app/components/assembly-form/settings-schema";
import { commandId } from "~/app/components/form/command-id";
import { isLocalDate } from "~/app/domain/assembly/local-date";
import { templateNames } from "~/app/domain/assembly/template";
import type { OrganisationId } from "~/app/domain/kernel/ids";

export const newAssemblyForm = z.object({
  commandId,
  organisationId: z.string().transform((text) => text as OrganisationId),
  template: z.enum(templateNames),
  startsOn: z.string().refine(isLocalDate, "date-invalid"),
  ...settingsFields,
});

/** What was posted, as the command takes it. */
export function newAssemblyOf(posted: z.output<typeof newAssemblyForm>) {
  const { organisationId, template, startsOn } = posted;
  return { ...settingsOf(posted), organisationId, template, startsOn };
}

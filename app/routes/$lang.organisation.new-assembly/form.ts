import { z } from "zod";
import { settingsFields, settingsOf } from "~/app/components/assembly-form/settings-schema";
import { isLocalDate } from "~/app/domain/assembly/local-date";
import { templateNames } from "~/app/domain/assembly/template";
import { commandId, idOf } from "~/realtime/protocol/ids";

export const newAssemblyForm = z.object({
  commandId,
  organisationId: idOf<"organisation">(),
  template: z.enum(templateNames),
  startsOn: z.string().refine(isLocalDate, "date-invalid"),
  ...settingsFields,
});

/** What was posted, as the command takes it. */
export function newAssemblyOf(posted: z.output<typeof newAssemblyForm>) {
  const { organisationId, template, startsOn } = posted;
  return { ...settingsOf(posted), organisationId, template, startsOn };
}

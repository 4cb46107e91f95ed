import { z } from "zod";
import { settingsFields, settingsOf } from "~/app/components/assembly-form/settings-schema";
import { commandId } from "~/app/components/form/command-id";

export const settingsForm = z.object({ commandId, version: z.coerce.number("form-invalid").int(), ...settingsFields });

/** What was posted, as the command takes it. */
export function settingsOrderOf(posted: z.output<typeof settingsForm>) {
  return { ...settingsOf(posted), version: posted.version };
}

import { z } from "zod";
import { settingsFields, settingsOf } from "~/app/components/assembly-form/settings-schema";
import { commandId, seen } from "~/app/components/form/command-id";

export const settingsForm = z.object({ commandId, seen, ...settingsFields });

/** What was posted, as the command takes it. */
export function settingsOrderOf(posted: z.output<typeof settingsForm>) {
  return { ...settingsOf(posted), seen: posted.seen };
}

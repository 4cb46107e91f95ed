import { z } from "zod";
import { settingsFields, settingsOf } from "~/app/components/assembly-form/settings-schema";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

export const settingsForm = z.object({ commandId, seen, ...settingsFields });

/** What was posted, as the command takes it. */
export function settingsOrderOf(posted: z.output<typeof settingsForm>) {
  return { ...settingsOf(posted), seen: posted.seen };
}

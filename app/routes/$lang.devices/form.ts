import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

export const devicesForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("one"),
      commandId,
      form: idOf<"device">(),
    }),
    z.object({ intent: z.literal("others"), commandId }),
  ],
  "form-invalid",
);

import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { responseStates } from "~/app/domain/follow-up/response-state";
import { commandId, idOf } from "~/realtime/protocol/ids";

export const openForm = z.object({ commandId, intent: z.enum(["open", "close"]) });

const text = z.string().trim().max(5_000);

export const responseForm = z.object({
  commandId,
  intent: z.literal("record"),
  seen,
  form: idOf<"recommendation">(),
  state: z.enum(responseStates),
  "text-fr": text.optional(),
  "text-en": text.optional(),
  answeredOn: z.string().min(1),
});

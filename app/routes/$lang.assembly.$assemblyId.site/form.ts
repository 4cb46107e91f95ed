import { z } from "zod";
import { seen } from "~/app/components/form/command-id";
import { responseStates } from "~/app/domain/follow-up/response-state";

const commandId = z.string().regex(/^[A-Za-z0-9_-]{22,80}$/);

export const openForm = z.object({ commandId, intent: z.enum(["open", "close"]) });

const text = z.string().trim().max(5_000);

export const responseForm = z.object({
  commandId,
  intent: z.literal("record"),
  seen,
  form: z.string().min(1),
  state: z.enum(responseStates),
  "text-fr": text.optional(),
  "text-en": text.optional(),
  answeredOn: z.string().min(1),
});

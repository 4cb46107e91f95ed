import { z } from "zod";

const commandId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");

export const devicesForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("one"),
      commandId,
      form: z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22}$/, "form-invalid"),
    }),
    z.object({ intent: z.literal("others"), commandId }),
  ],
  "form-invalid",
);

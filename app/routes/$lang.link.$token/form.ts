import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

export const linkForm = z.object({
  commandId,
  personId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/, "choose-who")
    .optional(),
});

import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";
import { isEmail } from "~/app/domain/people/email-address";

export const acceptForm = z.object({
  commandId,
  personId: z
    .string()
    .regex(/^(new|[A-Za-z0-9_-]{22})$/, "choose-who")
    .optional(),
  name: z.string().trim().max(120, "text-too-long").optional(),
  email: z
    .string()
    .trim()
    .refine((text) => text === "" || isEmail(text), "email-invalid")
    .optional(),
});

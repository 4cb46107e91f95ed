import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId, idOf } from "~/realtime/protocol/ids";
import { SOMEONE_ELSE } from "./someone-else";

export const acceptForm = z.object({
  commandId,
  personId: z.union([z.literal(SOMEONE_ELSE), idOf<"person">()], "choose-who").optional(),
  name: z.string().trim().max(120, "text-too-long").optional(),
  email: z
    .string()
    .trim()
    .refine((text) => text === "" || isEmail(text), "email-invalid")
    .optional(),
});

import { z } from "zod";
import { teamRoles } from "~/app/domain/assembly/role";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId, idOf } from "~/realtime/protocol/ids";

const invite = z.object({
  intent: z.literal("invite"),
  commandId,
  name: z.string("field-required").trim().min(1, "field-required").max(120, "text-too-long"),
  role: z.enum(teamRoles, "choice-invalid"),
  email: z
    .string()
    .trim()
    .refine((text) => text === "" || isEmail(text), "email-invalid"),
  locale: z.enum(["fr", "en"], "choice-invalid"),
});

const revoke = z.object({ intent: z.literal("revoke"), commandId, form: idOf<"team-link">() });
const remove = z.object({ intent: z.literal("remove"), commandId, form: idOf<"participation">() });

export const teamForm = z.discriminatedUnion("intent", [invite, revoke, remove], "form-invalid");
export type Invite = z.output<typeof invite>;

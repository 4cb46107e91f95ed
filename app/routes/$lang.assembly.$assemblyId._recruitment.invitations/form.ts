import { z } from "zod";

const commandId = z.string().regex(/^[A-Za-z0-9_-]{22,80}$/);
const id = z.string().max(40);

/** Everything that is asked on the page of the invitations. */
export const invitationsForm = z.discriminatedUnion("intent", [
  z.object({
    commandId,
    intent: z.enum(["send", "send-again"]),
    deadline: z.string().min(1, "field-required"),
    language: z.enum(["fr", "en"]).default("fr"),
  }),
  z.object({ commandId, intent: z.literal("close") }),
  z.object({ commandId, intent: z.literal("replace") }),
  z.object({ commandId, intent: z.literal("alternates"), count: z.coerce.number("number-invalid").catch(0) }),
  z.object({
    commandId,
    intent: z.enum(["record-yes", "record-no"]),
    invitationId: id,
    namePublic: z.string().optional(),
  }),
  z.object({
    commandId,
    intent: z.literal("withdraw"),
    invitationId: id,
    reason: z.string().trim().max(2000, "too-long").default(""),
  }),
  z.object({ commandId, intent: z.literal("plan-deletion"), deleteAt: z.string().min(1, "field-required") }),
  z.object({ commandId, intent: z.literal("delete-now") }),
]);

export type InvitationsOrder = z.output<typeof invitationsForm>;

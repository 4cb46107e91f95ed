import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

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
    invitationId: idOf<"invitation">(),
    namePublic: z.string().optional(),
  }),
  z.object({
    commandId,
    intent: z.literal("withdraw"),
    invitationId: idOf<"invitation">(),
    reason: z.string().trim().max(2000, "too-long").default(""),
  }),
  z.object({ commandId, intent: z.literal("plan-deletion"), deleteAt: z.string().min(1, "field-required") }),
  z.object({ commandId, intent: z.literal("delete-now") }),
]);

export type InvitationsOrder = z.output<typeof invitationsForm>;

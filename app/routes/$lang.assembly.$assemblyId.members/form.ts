import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const participationId = idOf<"participation">();

const print = z.object({
  intent: z.literal("print"),
  commandId,
  participation: z
    .union([participationId, z.array(participationId).max(2000)])
    .optional()
    .transform((chosen) => (chosen === undefined ? [] : typeof chosen === "string" ? [chosen] : chosen)),
});
const handOver = z.object({ intent: z.literal("hand-over"), commandId, participation: participationId });

export const membersForm = z.discriminatedUnion("intent", [print, handOver], "form-invalid");

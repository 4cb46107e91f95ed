import { z } from "zod";

const commandId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");
const rowId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22}$/, "form-invalid");

const print = z.object({
  intent: z.literal("print"),
  commandId,
  participation: z
    .union([rowId, z.array(rowId).max(2000)])
    .optional()
    .transform((chosen) => (chosen === undefined ? [] : typeof chosen === "string" ? [chosen] : chosen)),
});
const handOver = z.object({ intent: z.literal("hand-over"), commandId, participation: rowId });

export const membersForm = z.discriminatedUnion("intent", [print, handOver], "form-invalid");

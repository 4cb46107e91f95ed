import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const phaseId = idOf<"phase">();
const several = (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const seen = z.coerce.number("form-invalid").int("form-invalid");

export const phaseForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("advance"),
    commandId,
    seen,
    to: phaseId,
    keep: z.preprocess(several, z.array(phaseId)),
  }),
  z.object({ intent: z.literal("close"), commandId, seen, phaseId }),
  z.object({ intent: z.literal("undo"), commandId, seen, reason: z.string().max(1000).default("") }),
]);

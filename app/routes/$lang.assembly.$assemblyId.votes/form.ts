import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

export const preparationForm = z.object({
  commandId,
  seen,
  "title-fr": z.string().trim().max(200).optional(),
  "title-en": z.string().trim().max(200).optional(),
  threshold: z.enum(["more-than-half", "three-fifths", "two-thirds", "three-quarters"]),
  quorumPercent: z.coerce.number("number-invalid").int("number-invalid").min(0).max(100),
  closesAt: z.string(),
});

import { z } from "zod";
import { commandId, seen } from "~/app/components/form/command-id";

export const preparationForm = z.object({
  commandId,
  seen,
  "title-fr": z.string().trim().max(200).optional(),
  "title-en": z.string().trim().max(200).optional(),
  threshold: z.enum(["more-than-half", "three-fifths", "two-thirds", "three-quarters"]),
  quorumPercent: z.coerce.number("number-invalid").int("number-invalid").min(0).max(100),
  closesAt: z.string(),
});

import { z } from "zod";
import { seen } from "~/app/components/form/command-id";

export const preparationForm = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/),
  seen,
  "title-fr": z.string().trim().max(200).optional(),
  "title-en": z.string().trim().max(200).optional(),
  threshold: z.enum(["more-than-half", "three-fifths", "two-thirds", "three-quarters"]),
  quorumPercent: z.coerce.number("number-invalid").int("number-invalid").min(0).max(100),
  closesAt: z.string(),
});

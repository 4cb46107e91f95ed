import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

const percent = z.coerce
  .number<string>("number-invalid")
  .int("number-invalid")
  .min(0, "number-too-small")
  .max(100, "number-too-large");

export const preparationForm = z.object({
  commandId,
  seen,
  "title-fr": z.string().trim().max(200).optional(),
  "title-en": z.string().trim().max(200).optional(),
  threshold: z.enum(["more-than-half", "three-fifths", "two-thirds", "three-quarters"]),
  // An emptied field asks for no quorum by accident: whoever wants none writes 0.
  quorumPercent: z.string().trim().min(1, { error: "field-required", abort: true }).pipe(percent),
  closesAt: z.string(),
});

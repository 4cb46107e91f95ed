import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

const percent = z.coerce
  .number("number-invalid")
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
  quorumPercent: z.preprocess((typed) => (typed === "" ? undefined : typed), percent),
  closesAt: z.string(),
});

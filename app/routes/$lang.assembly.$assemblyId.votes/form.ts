import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

const percent = z.coerce
  .number("number-invalid")
  .int("number-invalid")
  .min(0, "number-too-small")
  .max(100, "number-too-large");

/** An emptied field would be read as 0, and ask for no quorum by accident: whoever wants none writes it. */
const orNothing = (typed: unknown): unknown => (typeof typed === "string" && typed.trim() === "" ? Number.NaN : typed);

export const preparationForm = z.object({
  commandId,
  seen,
  "title-fr": z.string().trim().max(200).optional(),
  "title-en": z.string().trim().max(200).optional(),
  threshold: z.enum(["more-than-half", "three-fifths", "two-thirds", "three-quarters"]),
  quorumPercent: z.preprocess(orNothing, percent),
  closesAt: z.string(),
});

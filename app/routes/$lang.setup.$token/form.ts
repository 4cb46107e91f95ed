import { z } from "zod";
import { requiredEmail } from "~/app/components/form/required-email";
import { commandId } from "~/realtime/protocol/ids";

const words = (max: number) => z.string("field-required").trim().min(1, "field-required").max(max, "text-too-long");

export const setUpForm = z.object({
  commandId,
  organisationName: words(160),
  name: words(120),
  email: requiredEmail,
  locale: z.enum(["fr", "en"], "choice-invalid"),
});

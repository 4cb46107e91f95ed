import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

export const codeForm = z.object({
  commandId,
  code: z.string("field-required").trim().min(1, "field-required").max(40, "code-not-six-digits"),
});

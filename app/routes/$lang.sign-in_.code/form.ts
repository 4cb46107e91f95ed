import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

export const codeForm = z.object({
  commandId,
  code: z.string("field-required").trim().min(1, "field-required").max(40, "code-not-six-digits"),
});

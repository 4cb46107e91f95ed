import { z } from "zod";

export const cardForm = z.object({
  commandId: z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid"),
  code: z.string("field-required").trim().min(1, "field-required").max(60, "card-code-wrong"),
});

import { z } from "zod";

export const cardLinkForm = z.object({
  commandId: z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid"),
});

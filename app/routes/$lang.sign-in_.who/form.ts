import { z } from "zod";

export const whoForm = z.object({
  commandId: z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid"),
  personId: z.string("choose-who").regex(/^[A-Za-z0-9_-]{22}$/, "choose-who"),
});

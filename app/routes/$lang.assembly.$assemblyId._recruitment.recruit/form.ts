import { z } from "zod";
import { seen } from "~/app/components/form/command-id";

/** The two forms of the page apart from the file itself, which is read as bytes. */
export const poolForm = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/),
  intent: z.enum(["upload", "discard"]),
  seen,
});

import { z } from "zod";
import { commandId, seen } from "~/app/components/form/command-id";

/** The two forms of the page apart from the file itself, which is read as bytes. */
export const poolForm = z.object({
  commandId,
  intent: z.enum(["upload", "discard"]),
  seen,
});

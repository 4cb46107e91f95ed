import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId } from "~/realtime/protocol/ids";

/** The two forms of the page apart from the file itself, which is read as bytes. */
export const poolForm = z.object({
  commandId,
  intent: z.enum(["upload", "discard"]),
  seen,
});

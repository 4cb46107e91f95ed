import { z } from "zod";
import { idOf } from "~/realtime/protocol/ids";

/** Asks to put a part back that was taken out of a table's notes. */
export const putBackForm = z.object({
  documentId: idOf<"document">(),
  removalId: z.coerce.number().int().nonnegative(),
});

import { z } from "zod";

/** Asks to put a part back that was taken out of a table's notes. */
export const putBackForm = z.object({
  documentId: z.string().regex(/^[\w-]{22}$/),
  removalId: z.coerce.number().int().nonnegative(),
});

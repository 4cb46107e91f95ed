import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

/**
 * Beside its own fields the form carries those of a form that was refused until its person is known again; they keep their names, so that
 * the browser itself sends them on (307) to where they were going.
 */
export const confirmForm = z.object({
  commandId,
  "confirm-step": z.enum(["ask", "code"], "form-invalid"),
  /** Where it leads, and whether a form is sent on there. */
  "confirm-then": z.string("form-invalid").max(500, "form-invalid"),
  "confirm-sends": z.enum(["form", "nothing"], "form-invalid"),
  "confirm-code": z.string().trim().max(40, "code-not-six-digits").optional(),
});

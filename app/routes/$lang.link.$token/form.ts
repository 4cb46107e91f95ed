import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

export const linkForm = z.object({
  commandId,
  personId: idOf<"person">("choose-who").optional(),
});

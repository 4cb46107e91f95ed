import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

export const whoForm = z.object({
  commandId,
  personId: idOf<"person">("choose-who"),
});

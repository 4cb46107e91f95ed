import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

export const cardLinkForm = z.object({
  commandId,
});

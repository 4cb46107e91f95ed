import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

export const whoForm = z.object({
  commandId,
  personId: z.string("choose-who").regex(/^[A-Za-z0-9_-]{22}$/, "choose-who"),
});

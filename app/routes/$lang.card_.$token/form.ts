import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

export const cardLinkForm = z.object({
  commandId,
});

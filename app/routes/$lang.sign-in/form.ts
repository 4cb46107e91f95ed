import { z } from "zod";
import { requiredEmail } from "~/app/components/form/required-email";
import { commandId } from "~/realtime/protocol/ids";

export const askForm = z.object({
  commandId,
  email: requiredEmail,
});

import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

export const markForm = z.object({ commandId, done: z.enum(["yes", "no"]) });

import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

export const markForm = z.object({ commandId, done: z.enum(["yes", "no"]) });

import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { sharings } from "~/app/domain/learning/task";
import { commandId } from "~/realtime/protocol/ids";

export const answerForm = z.object({ commandId, seen, text: z.string(), sharing: z.enum(sharings, "form-invalid") });

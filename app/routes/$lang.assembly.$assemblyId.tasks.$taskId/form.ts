import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";
import { sharings } from "~/app/domain/learning/task";

export const answerForm = z.object({ commandId, text: z.string(), sharing: z.enum(sharings, "form-invalid") });

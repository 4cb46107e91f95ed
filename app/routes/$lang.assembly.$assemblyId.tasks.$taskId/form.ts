import { z } from "zod";
import { commandId, seen } from "~/app/components/form/command-id";
import { sharings } from "~/app/domain/learning/task";

export const answerForm = z.object({ commandId, seen, text: z.string(), sharing: z.enum(sharings, "form-invalid") });

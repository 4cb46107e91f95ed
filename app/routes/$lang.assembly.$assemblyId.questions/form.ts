import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const questionId = idOf<"question">();

export const questionsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ask"), commandId, text: z.string() }),
  z.object({ intent: z.literal("support"), commandId, questionId, support: z.enum(["yes", "no"]) }),
  z.object({
    intent: z.literal("answer"),
    commandId,
    questionId,
    answer: z.string(),
    /** When the answer on the page was given (UTC ms); empty where there was none. */
    seenAtMs: z.union([z.literal("").transform(() => null), z.coerce.number("form-invalid").int()]),
  }),
]);

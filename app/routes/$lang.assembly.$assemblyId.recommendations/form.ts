import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const ideaId = idOf<"idea">("choice-invalid");

export const startForm = z.object({
  commandId,
  /** Empty: without a group. */
  groupId: z.union([z.literal(""), idOf<"group">("choice-invalid")]).default(""),
  ideaIds: z.union([ideaId.transform((one) => [one]), z.array(ideaId).max(200)]).default([]),
  title: z.string().trim().max(200).default(""),
});

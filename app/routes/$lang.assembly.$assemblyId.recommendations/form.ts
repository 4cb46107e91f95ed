import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "choice-invalid");

export const startForm = z.object({
  commandId,
  /** Empty: without a group. */
  groupId: z.union([z.literal(""), id]).default(""),
  ideaIds: z.union([id.transform((one) => [one]), z.array(id).max(200)]).default([]),
  title: z.string().trim().max(200).default(""),
});

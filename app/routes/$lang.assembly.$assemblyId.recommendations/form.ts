import { z } from "zod";

const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "choice-invalid");

export const startForm = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid"),
  /** Empty: without a group. */
  groupId: z.union([z.literal(""), id]).default(""),
  ideaIds: z.union([id.transform((one) => [one]), z.array(id).max(200)]).default([]),
  title: z.string().trim().max(200).default(""),
});

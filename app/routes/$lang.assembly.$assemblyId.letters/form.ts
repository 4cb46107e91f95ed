import { z } from "zod";

const one = z.string().max(40);

/** Letters that go out now: which, and until when an answer counts. */
export const lettersForm = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/),
  deadline: z.string().min(1, "field-required"),
  letter: z
    .union([one, z.array(one)])
    .default([])
    .transform((value) => (typeof value === "string" ? [value] : value)),
});

import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const one = idOf<"invitation">();

/** Letters that go out now: which, and until when an answer counts. */
export const lettersForm = z.object({
  commandId,
  deadline: z.string().min(1, "field-required"),
  letter: z
    .union([one, z.array(one)])
    .default([])
    .transform((value) => (typeof value === "string" ? [value] : value)),
});

import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { materialKinds } from "~/app/domain/learning/material";
import { sharings } from "~/app/domain/learning/task";
import { commandId, idOf } from "~/realtime/protocol/ids";

const text = z.string().default("");
const step = {
  commandId,
  /** None for a new one. */
  seen: seen.optional(),
  phaseId: idOf<"phase">("phase-unknown"),
  // What is no number is refused by the domain, with the bounds.
  minutes: z.string().transform((typed) => (typed.trim() === "" ? Number.NaN : Number(typed.replace(",", ".")))),
  "title.fr": text,
  "title.en": text,
};

export const materialForm = z.object({
  ...step,
  kind: z.enum(materialKinds, "choice-invalid"),
  "body.fr": text,
  "body.en": text,
  url: text,
  public: z.literal("on").optional(),
});

export const taskForm = z.object({
  ...step,
  "prompt.fr": text,
  "prompt.en": text,
  sharing: z.enum(sharings, "choice-invalid"),
});

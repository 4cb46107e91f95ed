import { z } from "zod";
import { offeredAlgorithm } from "~/app/domain/recruitment/offered-algorithm";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import { commandId, idOf } from "~/realtime/protocol/ids";

/** The page of recruitment that an order came from and goes back to. */
const back = z.enum(["draw", "invitations", "recruit/quotas"]).default("draw");

/** What is asked on the page of the draw, and on its neighbours about the draw. */
export const drawForm = z.discriminatedUnion("intent", [
  z.object({
    commandId,
    intent: z.literal("draw"),
    reason: z.string().trim().max(2000, "too-long").default(""),
    algorithm: z.enum(drawAlgorithms).default(offeredAlgorithm),
    lottery: z
      .enum(["1000", "10000"])
      .default("1000")
      .transform((size) => (size === "1000" ? 1000 : 10_000)),
  }),
  z.object({ commandId, intent: z.literal("stop"), runId: idOf<"draw-run">(), back }),
  z.object({ commandId, intent: z.literal("use-kept"), runId: idOf<"draw-run">(), back }),
  z.object({
    commandId,
    intent: z.literal("relax"),
    source: z.union([z.literal("forecast"), idOf<"draw-run">()]),
    basis: z.string().max(80),
    proposal: z.coerce.number().int().min(1).max(9),
    back,
  }),
  z.object({ commandId, intent: z.literal("forecast"), back }),
]);

export type DrawOrder = z.output<typeof drawForm>;

// What is known of a draw that was not made: why it cannot be, what would help, how tight it is.
import { z } from "zod";
import type { RefusalData } from "~/app/domain/kernel/refusal";
import type { KeptRefusal, RunOutcome } from "~/app/domain/recruitment/run-outcome";
import type { BadRequestCode, InfeasibleCode } from "~/app/domain/sortition/draw-request";
import type { Impossible } from "~/app/domain/sortition/explain-infeasible";
import type { Forecast } from "~/app/domain/sortition/forecast-draw";
import type { QuotaChange } from "~/app/domain/sortition/propose-relaxations";
import { texts } from "./plain";
import { shapeOf } from "./shape-of";

const number = z.number();
const word = z.string().exactOptional();
const count = number.exactOptional();

const datum = z.union([z.string(), number, z.boolean(), texts]);
/** Refused as a whole: what stands in it may name somebody. */
const data = z.custom<RefusalData>((value) => z.record(z.string(), datum).safeParse(value).success).exactOptional();

const badRequestCode = shapeOf<BadRequestCode>()(
  z.enum([
    ...(["seats-not-whole", "no-people", "no-quotas", "quota-not-whole", "quota-min-over-max"] as const),
    ...(["quota-flex-order", "quota-doubled", "feature-missing", "value-missing", "value-unknown"] as const),
    ...(["person-doubled", "person-unknown", "person-confirmed-and-excluded", "lottery-size"] as const),
  ]),
);
const infeasibleCode = shapeOf<InfeasibleCode>()(
  z.enum([
    ...(["more-seats-than-people", "more-seats-than-households", "quota-unreachable", "minima-over-seats"] as const),
    ...(["maxima-under-seats", "confirmed-over-quota", "more-confirmed-than-seats"] as const),
    ...(["confirmed-share-household", "quotas-clash"] as const),
  ]),
);

const bound = z.enum(["min", "max"]);
const quotaSide = z.object({ feature: z.string(), value: z.string(), bound, seats: number });
const quotaChange = z.object({ feature: z.string(), value: z.string(), bound, from: number, to: number });

export const quotaChanges = shapeOf<QuotaChange[]>()(z.array(quotaChange));

const impossible = shapeOf<Impossible>()(
  z.object({
    reasons: z.array(z.object({ code: infeasibleCode, data, field: word })),
    clash: z.array(quotaSide),
    relaxations: z.array(
      z.object({ changes: z.array(quotaChange), seats: number, weight: number, beyondFlex: z.boolean() }),
    ),
    mostSeats: count,
  }),
);

/** Strict: an object with none of these fields would be a calculation that was stopped before it began. */
const stoppedAt = z.strictObject({
  step: z.enum(["check", "equalise", "panels", "reach", "prove", "lottery", "deal"]).exactOptional(),
  ...{ done: count, of: count, bound: count, gap: count },
  isUnanswered: z.boolean().exactOptional(),
});

const refusal = shapeOf<KeptRefusal>()(z.object({ code: z.string(), data, field: word }));

export const runOutcome = shapeOf<RunOutcome>()(z.union([z.array(refusal), impossible, stoppedAt]));

const tightness = z.object({
  minimum: number,
  prices: z.array(quotaSide.extend({ gain: number })),
  rareIds: texts,
});

export const forecast = shapeOf<Forecast>()(
  z.discriminatedUnion("status", [
    z.object({
      status: z.literal("refused"),
      refusals: z.array(z.object({ code: badRequestCode, data, field: word })),
    }),
    z.object({ status: z.literal("infeasible"), impossible }),
    // The first forecasts did not say who can never be drawn.
    z.object({ status: z.literal("possible"), tightness, neverIds: texts.default([]) }),
  ]),
);

import { z } from "zod";
import type { DrawCounts, DrawPeople } from "~/app/domain/recruitment/draw-detail";
import type { DrawRecord } from "~/app/domain/recruitment/draw-record";
import type { DrawCandidate, DrawRequest } from "~/app/domain/sortition/draw-request";
import { isTextRecord, isTexts, numbers, texts } from "./plain";
import { shapeOf } from "./shape-of";

const number = z.number();
const count = number.exactOptional();

/** Thousands of them in a draw: by hand, like the rows of the pool. */
const people = z.custom<DrawCandidate[]>((value) => Array.isArray(value) && value.every(isCandidate));

function isCandidate(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("id" in value) || !("features" in value)) return false;
  const household = "household" in value ? value.household : undefined;
  return (
    typeof value.id === "string" && isTextRecord(value.features) && (household === undefined || isTexts(household))
  );
}

const quota = z.object({
  ...{ feature: z.string(), value: z.string(), min: number, max: number },
  ...{ minFlex: count, maxFlex: count },
});

/** What a draw is computed from, as `recordedInputs` writes it beside its version. */
export const drawRequest = shapeOf<DrawRequest>()(
  z.object({
    people,
    quotas: z.array(quota),
    seats: number,
    households: z.boolean().exactOptional(),
    confirmedIds: texts.exactOptional(),
    excludedIds: texts.exactOptional(),
    algorithm: z.enum(["leximin", "maximin", "nash", "goldilocks", "diversimax", "quick"]),
    seed: z.string(),
    lottery: count,
  }),
);

/** Draws of the first days say neither where in the list theirs stands, nor who is least in it. */
const lottery = z.object({
  ...{ size: number, hash: z.string(), distinctPanels: number, loss: number, proposedSize: number },
  ...{ place: number.optional(), least: number.optional(), leftOut: number.optional() },
});

const valueRow = z.object({
  ...{ feature: z.string(), value: z.string(), pool: number, min: number, max: number },
  ...{ expected: number, drawn: number },
});

export const drawRecord = shapeOf<DrawRecord>()(
  z.object({
    version: z.literal(1),
    equalised: z.boolean(),
    people: number,
    minProbability: number,
    maxProbability: number,
    gini: number,
    geometricMean: number,
    proof: z.object({ exact: z.boolean(), bound: number, gap: number }),
    panels: number,
    unreachable: number,
    addressUnknown: number,
    drawn: number,
    values: z.array(valueRow),
    lottery: lottery.exactOptional(),
  }),
);

const two = z.tuple([z.string(), z.string()]);

export const drawCounts = shapeOf<DrawCounts>()(
  z.object({
    intersections: z.array(z.object({ features: two, values: two, pool: number, expected: number, drawn: number })),
    steps: z.array(z.object({ step: z.string(), milliseconds: number })),
  }),
);

export const drawPeople = shapeOf<DrawPeople>()(
  z.object({ unreachableIds: texts, addressUnknownIds: texts, ids: texts, chances: numbers, counts: numbers }),
);

/** Emptied with the volunteers who were not drawn. */
export const drawPeopleOrEmptied = shapeOf<DrawPeople | "">()(z.union([z.literal(""), drawPeople]));

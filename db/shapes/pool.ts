import { z } from "zod";
import type { CellProblem } from "~/app/domain/recruitment/check-pool";
import type { PoolColumns } from "~/app/domain/recruitment/pool-columns";
import { texts } from "./plain";
import { shapeOf } from "./shape-of";

const column = z.string().nullable();

export const poolColumns = shapeOf<PoolColumns>()(
  z.object({ id: column, name: texts, email: column, phone: column, household: texts, features: texts }),
);

const cellProblem = z.object({
  row: z.number(),
  column: z.string(),
  code: z.enum([
    "id-missing",
    "id-doubled",
    "name-missing",
    "email-not-an-address",
    "feature-empty",
    "value-not-in-quotas",
    "too-many-values",
    "cell-too-long",
    "row-too-long",
  ]),
  value: z.string().exactOptional(),
  firstRow: z.number().exactOptional(),
});

export const cellProblems = shapeOf<CellProblem[]>()(z.array(cellProblem));

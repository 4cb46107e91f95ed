import { z } from "zod";
import type { PoolColumns } from "~/app/domain/recruitment/pool-columns";
import { texts } from "./plain";
import { shapeOf } from "./shape-of";

const column = z.string().nullable();

export const poolColumns = shapeOf<PoolColumns>()(
  z.object({ id: column, name: texts, email: column, phone: column, household: texts, features: texts }),
);

import { fromLocalDateTime as instantOf, toLocalDateTime as wallClockOf } from "../domain/kernel/local-date-time";

/** For screens; the reading of a wall clock itself is the domain's. */
export const toLocalDateTime = wallClockOf;
export const fromLocalDateTime = instantOf;

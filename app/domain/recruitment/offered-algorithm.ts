import type { DrawAlgorithm } from "../sortition/draw-request";

/** The algorithm that the draw's button runs. */
export const offeredAlgorithm: DrawAlgorithm = "leximin";

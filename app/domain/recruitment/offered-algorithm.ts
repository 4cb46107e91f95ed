import type { DrawAlgorithm } from "../sortition/draw-request";

/** The algorithm that the draw's button runs unless another is chosen. */
export const offeredAlgorithm: DrawAlgorithm = "leximin";

/** Sizes of a lottery that are offered: three digits drawn, or four. */
export const lotterySizes = [1000, 10_000] as const;
export type LotterySize = (typeof lotterySizes)[number];

/** Whether an algorithm makes chances equal at all. */
export function equalises(algorithm: DrawAlgorithm): boolean {
  return algorithm !== "quick" && algorithm !== "diversimax";
}

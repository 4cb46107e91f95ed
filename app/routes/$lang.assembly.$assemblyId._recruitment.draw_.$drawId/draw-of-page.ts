import type { DrawRecord } from "~/app/domain/recruitment/draw-record";

/** One draw as the page has it. */
export interface DrawOfPage {
  readonly ordinal: number;
  readonly kind: "first" | "again" | "replacement";
  readonly atMs: number;
  readonly reason: string | null;
  readonly seats: number;
  readonly seed: string;
  readonly inputsHash: string;
  readonly inputsDeleted: boolean;
  readonly record: DrawRecord;
  readonly drawn: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly features: readonly string[];
  }[];
}

import type { DrawRecord } from "~/app/domain/recruitment/draw-record";
import type { ProvenSoFar } from "~/app/domain/recruitment/proven-so-far";
import type { IntersectionRow, StepTime } from "~/app/domain/sortition/report-draw";

/** Somebody by name for organisers, by a random id for others. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string | null;
}

/** A record as it comes out of a loader's JSON. */
export type RecordOfPage = Omit<DrawRecord, "lottery"> & { readonly lottery?: DrawRecord["lottery"] | undefined };

/** One draw as the page has it. */
export interface DrawOfPage {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: "first" | "again" | "replacement" | "alternates";
  readonly algorithm: string;
  readonly atMs: number;
  readonly reason: string | null;
  readonly seats: number;
  readonly seed: string;
  readonly inputsHash: string;
  readonly inputsDeleted: boolean;
  readonly record: RecordOfPage;
  readonly stopped: {
    readonly byName: string | null;
    readonly atMs: number;
    readonly proven: ProvenSoFar | null;
  } | null;
  readonly drawn: readonly (NamedPerson & {
    readonly features: readonly string[];
    readonly chance: number | null;
    readonly panels: number | null;
  })[];
  readonly unreachable: readonly NamedPerson[];
  readonly addressUnknown: readonly NamedPerson[];
  readonly counts: {
    readonly steps: readonly StepTime[];
    readonly pairs: readonly (readonly [string, string])[];
    readonly pair: number;
    readonly rows: readonly IntersectionRow[];
  } | null;
  readonly hasLottery: boolean;
  readonly mayBeRepeated: boolean;
}

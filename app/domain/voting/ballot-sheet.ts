import { canonicalJson } from "../kernel/canonical-json";
import type { Terms } from "./show-of-hands";

export interface SheetQuestion {
  readonly questionId: string;
  readonly recommendation: number;
  readonly title: string;
  /** SHA-256 of the locked text that is voted on. */
  readonly textHash: string;
}

export interface SheetTerms extends Terms {
  readonly voteId: string;
  readonly method: "show-of-hands";
  readonly questions: readonly SheetQuestion[];
  readonly roll: readonly string[];
  readonly closesAt: Date | null;
}

/** The frozen terms of a vote as one canonical text, to be kept and hashed when it opens. The roll is in a fixed order. */
export function ballotSheet(terms: SheetTerms): string {
  return canonicalJson({ version: 1, ...terms, roll: [...terms.roll].sort() });
}

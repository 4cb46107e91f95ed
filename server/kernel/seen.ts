import { createHash } from "node:crypto";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { accepted, type Result, refuse } from "~/app/domain/kernel/result";

/**
 * The mark of what a form was filled from. The form sends it back, and the command holds it against what is stored then, within its
 * transaction. Left out (null): no form was filled from anything, as in the demonstration; what is stored is written over.
 */
export interface FilledFrom {
  readonly seen?: string | null | undefined;
}

/** The mark of texts or a table as somebody saw them: another one once anybody has changed a sign of them. */
export function markOf(shown: unknown): string {
  return createHash("sha256").update(canonicalJson(shown)).digest("hex");
}

/** Refuses `changed-meanwhile` when what is stored is no longer what the form was filled from. */
export function checkSeen(mark: string, seen: FilledFrom["seen"]): Result<undefined, "changed-meanwhile"> {
  return seen == null || seen === mark ? accepted : refuse("changed-meanwhile");
}

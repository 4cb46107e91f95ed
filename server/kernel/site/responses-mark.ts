import type { AuthorityResponseRow } from "~/db/repositories/authority-response";
import { markOf } from "../seen";

/** The answers to one recommendation so far: the next one is written after these. */
export function responsesMark(
  rows: readonly { readonly state: AuthorityResponseRow["state"]; readonly text: AuthorityResponseRow["text"] }[],
): string {
  return markOf(rows.map(({ state, text }) => ({ state, text })));
}

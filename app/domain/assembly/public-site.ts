import { accepted, type Result, refuse } from "../kernel/result";
import type { PhaseKind } from "./phase";

/** The parts of an assembly's public site, which anybody may read without sign-in. */
export const siteParts = ["home", "draw", "materials", "booklet", "results"] as const;
export type SitePart = (typeof siteParts)[number];

export interface SiteScope {
  /** Whether the organisers have opened the site. */
  readonly open: boolean;
  /** The kinds of the phases that are open or have been. */
  readonly reached: readonly PhaseKind[];
}

/** From which phase on each part is public. */
const publicFrom: Readonly<Record<SitePart, readonly PhaseKind[]>> = {
  home: [],
  draw: ["skills", "learning", "deliberation", "drafting", "decision", "publication", "follow-up"],
  materials: ["skills", "learning", "deliberation", "drafting", "decision", "publication", "follow-up"],
  booklet: ["publication", "follow-up"],
  results: ["publication", "follow-up"],
};

/** Whether the public may read a part of the site. Refuses with `site-not-open` and `part-not-public-yet`. */
export function permitsPublic(
  part: SitePart,
  { open, reached }: SiteScope,
): Result<undefined, "site-not-open" | "part-not-public-yet"> {
  if (!open) return refuse("site-not-open");
  const from = publicFrom[part];
  return from.length === 0 || from.some((kind) => reached.includes(kind)) ? accepted : refuse("part-not-public-yet");
}

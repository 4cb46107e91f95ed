import { type Refused, refuse } from "~/app/domain/kernel/result";
import { WRONG_CODES } from "~/app/domain/people/card-code";
import type { VisitingCaller } from "../../context";

/**
 * The answer to a typed code that opens nothing: `code`, or `too-many-tries` once its source has mistyped too often. Only wrong codes
 * come here, so that no stranger can lock a right one out; they are counted in memory and write nothing.
 */
export function wrongCode(
  { app, source }: Pick<VisitingCaller, "app" | "source">,
  code: "card-code-wrong" | "link-unknown",
): Refused {
  const key = app.secrets.keyedHash("limit", `wrong-code:${source}`);
  const { allowed } = app.recentUses.take(key, WRONG_CODES, app.clock.now());
  return refuse(allowed ? code : "too-many-tries", {}, "code");
}

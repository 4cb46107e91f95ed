import { accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { hasOrganiser } from "~/db/repositories/organisation";
import { findSetupLink } from "~/db/repositories/setup-link";
import type { Caller } from "../../context";

/** Whether a set-up link may be used. Refuses with `link-unknown`, `link-used`. */
export async function setupPage({ app }: Caller, { token }: { readonly token: string }): Promise<Result<undefined>> {
  const link = await findSetupLink(app.stores.main, app.secrets.tokenHash(token));
  if (!link) return refuse("link-unknown");
  return link.usedAt ? refuse("link-used") : accepted;
}

/** Whether the installation still waits for its first organiser. */
export async function waitsForSetUp({ app }: Caller): Promise<boolean> {
  return !(await hasOrganiser(app.stores.main));
}

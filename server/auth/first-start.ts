import { hasOrganiser } from "~/db/repositories/organisation";
import { replaceSetupLink } from "~/db/repositories/setup-link";
import type { App } from "../context";
import { newLinkToken, tokenHash } from "./token";

/**
 * While nobody organises anything here: the address of a new single-use set-up link, in the place of one nobody used. Null once the
 * installation is set up. The caller prints it; it is never logged.
 */
export async function firstStart(app: App): Promise<string | null> {
  if (await hasOrganiser(app.stores.main)) return null;
  const token = newLinkToken(app.random);
  await replaceSetupLink(app.stores.main, tokenHash(token), app.clock.now());
  return `${app.baseUrl}/fr/setup/${token}`;
}

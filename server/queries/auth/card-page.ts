import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findCard } from "~/db/repositories/card";
import type { Caller } from "../../context";

/** Whose card the picture leads to. Refuses with `link-unknown`, `card-revoked`. */
export async function cardPage(
  { app }: Caller,
  { token }: { readonly token: string },
): Promise<Result<{ readonly name: string }>> {
  const found = await findCard(app.stores.main, { linkHash: app.secrets.tokenHash(token) });
  if (!found) return refuse("link-unknown");
  return found.card.revokedAt ? refuse("card-revoked") : accept({ name: found.personName });
}

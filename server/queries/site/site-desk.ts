import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findSite } from "~/db/repositories/site";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { responsesMark } from "../../kernel/site/responses-mark";
import { type PublicRecommendation, publicRecommendations } from "./recommendations";

export interface SiteDesk {
  readonly open: boolean;
  /** `mark` goes back with the next answer. */
  readonly recommendations: readonly (PublicRecommendation & { readonly mark: string })[];
  readonly mayRecord: boolean;
}

/** What an organiser needs to run the public site: whether it is open, and the answers to record. */
export async function siteDesk({ app, actor }: Caller, assemblyId: AssemblyId): Promise<Result<SiteDesk>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const site = await findSite(db, assemblyId);
  return accept({
    open: site !== undefined && site.closedAt === null,
    recommendations: (await publicRecommendations(db, assemblyId)).map((one) => ({
      ...one,
      mark: responsesMark(one.answers),
    })),
    mayRecord: permits(actor, "response.record", authorised.value.scope).ok,
  });
}

import {
  type AssemblyStream,
  type DocumentStream,
  documentStream,
  type TeamStream,
} from "~/app/domain/assembly/streams";
import type { RecommendationId } from "~/app/domain/kernel/ids";
import { streamVersion } from "~/db/repositories/fact";
import { findRecommendation } from "~/db/repositories/recommendation";
import type { App } from "../../context";

type PageKey = AssemblyStream | TeamStream | DocumentStream;

/**
 * The versions of the streams that a page will listen to, by key. Asked before the page's data is read: a fact of a later version may
 * then be missing on the page, one of these or an earlier is on it.
 */
export async function versionsBefore(
  { stores: { main } }: Pick<App, "stores">,
  streams: readonly PageKey[],
): Promise<Readonly<Record<string, number>>> {
  const versions: Record<string, number> = {};
  for (const stream of streams) versions[stream] = await streamVersion(main, stream);
  return versions;
}

/** The same for the page of one text; nothing for one that does not exist. */
export async function versionsBeforeText(app: Pick<App, "stores">, id: RecommendationId) {
  const row = await findRecommendation(app.stores.main, id);
  return versionsBefore(app, row ? [documentStream(row.documentId)] : []);
}

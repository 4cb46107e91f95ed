import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { listFrozenTexts } from "~/db/repositories/frozen-text";
import { listDrafts } from "~/db/repositories/recommendation";
import type { App } from "../context";
import type { Job } from "./job";

/**
 * A lock freezes the text first and then commits: when the server ends between the two, a draft is left frozen. A text that was so at
 * two runs in a row is nobody's lock under way, and is opened again.
 */
export function thawDrafts({ stores, documents }: Pick<App, "stores" | "documents">): Job {
  let before: ReadonlySet<DocumentId> = new Set();
  return {
    name: "thaw-drafts",
    everyMs: MINUTE_MS,
    async due() {
      const frozen = new Set(await listFrozenTexts(stores.documents));
      const drafts = frozen.size > 0 ? await listDrafts(stores.main) : [];
      const stuck = drafts.map(({ documentId }) => documentId).filter((id) => frozen.has(id));
      const due = stuck.filter((id) => before.has(id)).map((id) => ({ id, work: () => documents.unlock(id) }));
      before = new Set(stuck);
      return due;
    },
  };
}

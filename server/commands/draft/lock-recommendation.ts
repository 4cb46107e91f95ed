import { createHash } from "node:crypto";
import { assemblyStream, documentStream } from "~/app/domain/assembly/streams";
import { missingToLock } from "~/app/domain/drafting/missing-to-lock";
import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import { type RowField, rowFields } from "~/app/domain/drafting/row-fields";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { type CommandId, newId } from "~/app/domain/kernel/ids";
import { accept, accepted, type Result, refuse } from "~/app/domain/kernel/result";
import { changeLock, type RecommendationRow } from "~/db/repositories/recommendation";
import { insertRevision } from "~/db/repositories/revision";
import type { Caller } from "../../context";
import type { DocumentText } from "../../documents/live-documents";
import { carryOut, type Done } from "../../kernel/carry-out";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";
import { readTexts } from "../../kernel/draft/read-texts";
import { documentOf, settleDocument } from "./settle-document";

export interface LockOrder extends RecommendationOrder {
  /** What the screen showed in the fields: another text there is not what was submitted. */
  readonly seen?: Readonly<Record<RowField, string>>;
}

export interface Locked {
  readonly number: number;
  readonly contentHash: string;
  readonly sequence: number;
}

/**
 * Submits a recommendation: the shared text is frozen at a sequence before the transaction, then stored with the fields as a revision
 * (canonical JSON and its SHA-256). What can be refused is refused before anything is frozen; if the command is refused after all, the
 * text is opened again.
 * Refuses with `title-missing`, `action-missing`, `changed-meanwhile`, and what `loadRecommendation` refuses.
 */
export async function lockRecommendation(
  caller: Caller,
  commandId: CommandId | null,
  order: LockOrder,
): Promise<Result<Locked>> {
  const { app, actor } = caller;
  const { main } = app.stores;
  const before = await loadRecommendation(main, actor, { action: "recommendation.lock", ...order });
  // Already locked: perhaps by this very command, whose first answer the receipt knows.
  if (!before.ok && before.refusal.code !== "document-locked") return before;
  if (!before.ok) return carryOut<Locked>(caller, { commandId, action: "recommendation.lock" }, async () => before);
  const { row } = before.value;
  const decision = decide(row, order, await app.documents.read(row.documentId));
  if (!decision.ok) return decision;
  const text = await app.documents.lock(documentOf(row));
  const result = await freeze(caller, { commandId, order, text });
  await settleDocument(app, row.id);
  return result;
}

function contentOf(row: RecommendationRow, { state }: DocumentText): RevisionContent {
  const { title, addressee, cost } = row;
  return { title, addressee, cost, ...readTexts(state) };
}

function decide(row: RecommendationRow, { seen }: LockOrder, text: DocumentText): Result<undefined> {
  const changed = seen && rowFields.find((field) => row[field] !== seen[field]);
  if (changed) return refuse("changed-meanwhile", undefined, changed);
  const [missing] = missingToLock(contentOf(row, text));
  return missing ? { ok: false, refusal: missing } : accepted;
}

interface Freezing {
  readonly commandId: CommandId | null;
  readonly order: LockOrder;
  readonly text: DocumentText;
}

function freeze(caller: Caller, { commandId, order, text }: Freezing): Promise<Result<Locked>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "recommendation.lock" }, async (tx): Promise<Result<Done<Locked>>> => {
    const loaded = await loadRecommendation(tx, actor, { action: "recommendation.lock", ...order });
    if (!loaded.ok) return loaded;
    const { row } = loaded.value;
    const decision = decide(row, order, text);
    if (!decision.ok) return decision;
    const content = canonicalJson(contentOf(row, text));
    const contentHash = createHash("sha256").update(content).digest("hex");
    const revisionId = newId<"revision">(app.random);
    const { sequence } = text;
    await insertRevision(tx, {
      id: revisionId,
      recommendationId: row.id,
      sequence,
      content,
      contentHash,
      by: actor.kind === "person" ? actor.personId : row.createdBy,
      at: app.clock.now(),
    });
    if (!(await changeLock(tx, row, revisionId))) return refuse("changed-meanwhile");
    const { assemblyId } = order;
    const { id, number } = row;
    return accept({
      value: { number, contentHash, sequence },
      journal: [
        {
          action: "recommendation.lock",
          assemblyId,
          subject: { kind: "recommendation", id },
          data: { number, revisionId, sequence, contentHash },
        },
      ],
      facts: [
        {
          stream: assemblyStream(assemblyId),
          type: "recommendation-locked",
          payload: { recommendationId: id, number },
        },
        { stream: documentStream(row.documentId), type: "text-locked", payload: null },
      ],
    });
  });
}

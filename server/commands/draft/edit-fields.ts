import { documentStream } from "~/app/domain/assembly/streams";
import { type FieldEdits, settleEdits } from "~/app/domain/drafting/row-fields";
import { keysOf } from "~/app/domain/kernel/entries-of";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { changeFields } from "~/db/repositories/recommendation";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { loadRecommendation, type RecommendationOrder } from "../../kernel/draft/load-recommendation";

/**
 * Writes title, addressee or cost, each only where it still holds what the writer saw.
 * Answers the version that the row has then. Refuses with `changed-meanwhile` beside the field that somebody else changed, and what `loadRecommendation` refuses.
 */
export async function editFields(
  caller: Caller,
  commandId: CommandId | null,
  order: RecommendationOrder & { readonly edits: FieldEdits },
): Promise<Result<{ readonly version: number }>> {
  return carryOut(caller, { commandId, action: "recommendation.edit-fields" }, async (tx) => {
    const loaded = await loadRecommendation(tx, caller.actor, { action: "recommendation.write", ...order });
    if (!loaded.ok) return loaded;
    const { row } = loaded.value;
    const settled = settleEdits(row, order.edits);
    if ("conflict" in settled) return refuse("changed-meanwhile", undefined, settled.conflict);
    const fields = keysOf(settled.change);
    if (fields.length === 0) return accept({ value: { version: row.version }, journal: [] });
    const from = Object.fromEntries(fields.map((field) => [field, row[field]]));
    if (!(await changeFields(tx, row.id, { from, to: settled.change })))
      return refuse("changed-meanwhile", undefined, fields[0]);
    const { assemblyId } = order;
    return accept({
      value: { version: row.version + 1 },
      journal: [
        {
          action: "recommendation.edit-fields",
          assemblyId,
          subject: { kind: "recommendation", id: row.id },
          data: { fields },
        },
      ],
      facts: [{ stream: documentStream(row.documentId), type: "fields-edited", payload: { version: row.version + 1 } }],
    });
  });
}

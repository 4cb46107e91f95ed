import type { Doc } from "yjs";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { StoredUpdate } from "~/server/documents/update-store";
import { workLimits } from "../../protocol/document-messages";
import { integrateUpdate } from "./integrate-update";
import type { RemovalHistory } from "./removal-history";
import { scanUpdate } from "./scan-update";
import { emptyDocument } from "./update-gate";

export interface Replayed {
  readonly doc: Doc;
  /** Of the last update. */
  readonly sequence: number;
  /** Whose each client's number is: the person who sent its first text. */
  readonly owners: ReadonlyMap<number, PersonId>;
  /** What the updates of each person cost. */
  readonly steps: ReadonlyMap<PersonId, number>;
}

/** Structs, ranges and steps between two turns of the loop: some milliseconds. */
const SLICE = 2_000;
/** What a transaction costs by itself, in the same measure. */
const PER_UPDATE = 3;
/** Letters that the history looks at, in the same measure. */
const LETTERS_A_STEP = 100;
/** More than a log can hold whose every update passed the gate: one that was written before the gate counted. */
const MOST_STEPS = 20_000_000;

/**
 * Reads a document with these fields from its log, in slices: however long the log is, the server goes on answering others. `history`, if
 * any, takes every update likewise.
 */
export async function replayLog(
  updates: readonly StoredUpdate[],
  fields: readonly string[],
  history: RemovalHistory | null = null,
): Promise<Replayed> {
  const doc = emptyDocument(fields);
  const owners = new Map<number, PersonId>();
  const steps = new Map<PersonId, number>();
  let sequence = 0;
  let stepsLeft = MOST_STEPS;
  let slice = 0;
  for (const row of updates) {
    const outline = scanUpdate(row.update);
    if (!outline) throw new Error(`update ${row.sequence} of the log is not well-formed`);
    const taken = integrateUpdate(doc, { update: row.update, outline }, { steps: stepsLeft });
    const looked = history?.steps ?? 0;
    history?.take({ ...row, outline });
    stepsLeft -= taken;
    steps.set(row.personId, (steps.get(row.personId) ?? 0) + taken + workLimits.updateItself);
    for (const client of outline.clients.keys()) if (!owners.has(client)) owners.set(client, row.personId);
    sequence = row.sequence;
    slice += (PER_UPDATE + outline.structs + outline.ranges + taken) * (history ? 2 : 1);
    slice += ((history?.steps ?? 0) - looked) / LETTERS_A_STEP;
    if (slice > SLICE) {
      slice = 0;
      await new Promise((soon) => setImmediate(soon));
    }
  }
  return { doc, sequence, owners, steps };
}

import { gt } from "drizzle-orm";
import type { Documents } from "../connect";
import { documentUpdate } from "../schema/documents";

/** Takes the end of the log of shared texts away, as a power cut or an older backup does: what was written after a sequence. */
export async function rollBackDocuments(db: Documents, sequence: number): Promise<void> {
  await db.delete(documentUpdate).where(gt(documentUpdate.sequence, sequence));
}

import type { Id } from "~/app/domain/kernel/ids";
import type { Stores } from "../connect";
import { boxInstallation } from "../schema/box";
import { documentsInstallation } from "../schema/documents";
import { installation } from "../schema/records";

export type InstallationId = Id<"installation">;

/** The three stores do not belong together; `message` is one sentence for the person at the terminal. */
export class MixedStores extends Error {}

/**
 * Marks three new stores as belonging together; throws when they do not (a store restored from another installation, or one of
 * the three lost), since answers would then be joined with texts that are not theirs.
 */
export async function assertOneInstallation(
  { main, documents, box }: Stores,
  fresh: InstallationId,
  now: Date,
): Promise<void> {
  const mark = { id: fresh, createdAt: now };
  const read = async (): Promise<(string | undefined)[]> =>
    [
      (await main.select().from(installation))[0],
      (await documents.select().from(documentsInstallation))[0],
      (await box.select().from(boxInstallation))[0],
    ].map((row) => row?.id);
  const before = await read();
  if (before.every((id) => id === undefined)) {
    await main.insert(installation).values(mark).onConflictDoNothing();
    await documents.insert(documentsInstallation).values(mark).onConflictDoNothing();
    await box.insert(boxInstallation).values(mark).onConflictDoNothing();
  }
  const [first, ...others] = await read();
  if (first === undefined || others.some((id) => id !== first)) {
    throw new MixedStores(
      "The three stores (main, documents, box) are not of one installation: restore them from one backup.",
    );
  }
}

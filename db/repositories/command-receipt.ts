import { and, eq } from "drizzle-orm";
import type { Main } from "../connect";
import { commandReceipt } from "../schema/records";

/** The answer given to this command before, if it was carried out. A receipt of another action is not ours to answer with. */
export async function findReceipt(
  db: Main,
  { sender, id, action }: { readonly sender: string; readonly id: string; readonly action: string },
): Promise<string | undefined> {
  const [row] = await db
    .select({ answer: commandReceipt.answer })
    .from(commandReceipt)
    .where(and(eq(commandReceipt.sender, sender), eq(commandReceipt.id, id), eq(commandReceipt.action, action)));
  return row?.answer;
}

export async function saveReceipt(db: Main, row: typeof commandReceipt.$inferInsert): Promise<void> {
  await db.insert(commandReceipt).values(row);
}

import { and, eq, lt, sql } from "drizzle-orm";
import type { Main } from "../connect";
import { commandReceipt } from "../schema/records";

export interface ReceiptKey {
  readonly sender: string;
  readonly id: string;
  readonly action: string;
}

/**
 * Takes a command's id, inside its transaction and before its work: the same command sent twice at once then runs once, the
 * other waits and reads the answer. Answers undefined when it is ours to do, else the answer given before.
 */
export async function claimReceipt(db: Main, key: ReceiptKey, at: Date): Promise<string | undefined> {
  const claimed = await db
    .insert(commandReceipt)
    .values({ ...key, answer: "", at })
    .onConflictDoNothing()
    .returning({ id: commandReceipt.id });
  return claimed.length === 1 ? undefined : findReceipt(db, key);
}

/** The answer given to this command before, if it was carried out. */
export async function findReceipt(db: Main, key: ReceiptKey): Promise<string | undefined> {
  const [row] = await db.select({ answer: commandReceipt.answer }).from(commandReceipt).where(sameAs(key));
  return row?.answer;
}

/** Keeps the answer of the command whose id was claimed. */
export async function saveReceipt(db: Main, key: ReceiptKey, answer: string): Promise<void> {
  await db.update(commandReceipt).set({ answer }).where(sameAs(key));
}

/** One statement takes this many rows at most: whoever writes meanwhile waits for no more. */
const FORGOTTEN_AT_ONCE = 2_000;

/** Forgets receipts older than an instant, some at a time; answers whether there may be more. */
export async function forgetSomeReceipts(db: Main, before: Date, most = FORGOTTEN_AT_ONCE): Promise<boolean> {
  const { sender, action, id } = commandReceipt;
  const old = db.select({ sender, action, id }).from(commandReceipt).where(lt(commandReceipt.at, before)).limit(most);
  const gone = await db.delete(commandReceipt).where(sql`(${sender}, ${action}, ${id}) in ${old}`).returning({ id });
  return gone.length === most;
}

function sameAs({ sender, id, action }: ReceiptKey) {
  return and(eq(commandReceipt.sender, sender), eq(commandReceipt.id, id), eq(commandReceipt.action, action));
}

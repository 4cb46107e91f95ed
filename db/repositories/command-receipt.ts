import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeviceId, Id } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { readJson } from "../read-json";
import { commandReceipt } from "../schema/records";
import { idOf } from "../shapes/plain";

export interface ReceiptKey {
  readonly sender: string;
  readonly id: string;
  readonly action: string;
}

/**
 * Takes a command's id, inside its transaction and before its work: the same command sent twice at once then runs once, the
 * other waits and reads the answer. Answers undefined when it is ours to do, else the answer given before, as the same command gave it.
 */
export async function claimReceipt(
  db: Main,
  key: ReceiptKey,
  at: Date,
): Promise<{ readonly answer: unknown } | undefined> {
  const claimed = await db
    .insert(commandReceipt)
    .values({ ...key, answer: "", at })
    .onConflictDoNothing()
    .returning({ id: commandReceipt.id });
  const given = claimed.length === 1 ? undefined : await findReceipt(db, key);
  return given === undefined ? undefined : { answer: readJson(commandReceipt.answer, z.unknown(), given) };
}

/** The text of the answer given to this command before, if it was carried out. */
export async function findReceipt(db: Main, key: ReceiptKey): Promise<string | undefined> {
  const [row] = await db.select({ answer: commandReceipt.answer }).from(commandReceipt).where(sameAs(key));
  return row?.answer;
}

/** The answers that are asked for without doing the command again. */
export const provenAddress = z.object({ email: z.string() });
export const addedDevice = z.object({ deviceId: idOf<DeviceId>() });
export const uploadedFile = z.object({ fileId: idOf<Id<"pool-file">>() });

/** The same answer, parsed. */
export async function findAnswer<Answer>(
  db: Main,
  key: ReceiptKey,
  shape: z.ZodType<Answer>,
): Promise<Answer | undefined> {
  const answer = await findReceipt(db, key);
  return answer === undefined ? undefined : readJson(commandReceipt.answer, shape, answer);
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

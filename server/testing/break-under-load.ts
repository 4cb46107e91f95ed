import type { Answered, FaultyDatabase } from "./faulty-database";

export interface Breaking {
  /** How often at least one transaction is cut. */
  readonly cuts: number;
  /** The restarts: SIGINT as an administrator does it, SIGQUIT as a crash does. */
  readonly restarts: readonly ("SIGINT" | "SIGQUIT")[];
}

export interface Seen {
  readonly acknowledged: number;
  readonly sentences: number;
  readonly cutInTransaction: number;
  /** Names that were acknowledged and are not in the database. */
  readonly lost: readonly string[];
  /** A form and a page while there is no database at all. */
  readonly without: readonly Answered[];
  /** What nothing caught: each of them would have ended the process. */
  readonly uncaught: readonly string[];
  /** Answers that are neither what was asked for nor a sentence with its status. */
  readonly unexplained: readonly Answered[];
}

const WRITERS = 8;
const READERS = 2;
const MOST_TRIES = 200;

export const isSentence = ({ status, text }: Answered): boolean =>
  status === 503 && (text.includes("storage-busy") || text.includes("Please try again in a moment"));

/** Eight people write and two read, one request after the other, while the database is broken as told; then what was kept is compared. */
export async function breakUnderLoad(breaking: Breaking): Promise<Seen | null> {
  const { faultyDatabase } = await import("./faulty-database");
  const faulty = await faultyDatabase();
  if (!faulty) return null;
  try {
    return await observe(faulty, breaking);
  } finally {
    await faulty.dispose();
  }
}

async function observe(faulty: FaultyDatabase, { cuts, restarts }: Breaking): Promise<Seen> {
  const answers: Answered[] = [];
  const uncaught: string[] = [];
  const notice = (error: Error): void => void uncaught.push(error.message);
  process.on("uncaughtExceptionMonitor", notice);
  let over = false;
  const writer = async (_: unknown, who: number): Promise<void> => {
    for (let at = 0; !over; at += 1) answers.push(await faulty.write(`written ${who} ${at}`));
  };
  const reader = async (): Promise<void> => {
    while (!over) answers.push(await faulty.read());
  };
  const load = Promise.all([...Array.from({ length: WRITERS }, writer), ...Array.from({ length: READERS }, reader)]);
  /** The pages go on answering: as many more as there are people. */
  const someAnswers = async (): Promise<void> => {
    const enough = answers.length + WRITERS + READERS;
    while (answers.length < enough) await new Promise((soon) => setImmediate(soon));
  };
  let cutInTransaction = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    await someAnswers();
    // At some instants nobody is inside a transaction: ask again.
    const before = cutInTransaction;
    for (let tries = 0; tries < MOST_TRIES && cutInTransaction === before; tries += 1) {
      cutInTransaction += await faulty.cutTransactions();
    }
  }
  for (const signal of restarts) {
    await someAnswers();
    await faulty.restart(signal);
  }
  await someAnswers();
  over = true;
  await load;
  const kept = await faulty.names();
  await faulty.end();
  const without = await Promise.all([faulty.write("without"), faulty.read()]);
  process.off("uncaughtExceptionMonitor", notice);
  const written = answers.filter(({ name, status }) => name !== "read" && status === 200);
  return {
    acknowledged: written.length,
    sentences: answers.filter(isSentence).length,
    cutInTransaction,
    lost: written.map(({ name }) => name).filter((name) => !kept.has(name)),
    without,
    uncaught,
    unexplained: answers.filter((answer) => answer.status !== 200 && !isSentence(answer)),
  };
}

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Examination, Examined, ExaminedMessage } from "./examination";

/** Large updates are tried in threads of their own: what no rule foresaw stalls a thread, which is ended, and not the server. */
export interface UpdateExaminer {
  examine(examination: Examination): Promise<Examined>;
  close(): Promise<void>;
}

/** The counted limits end an update long before; a machine under load may be twenty times slower. */
const PATIENCE_MS = 2_000;
const MOST_WORKERS = 2;
/** A hostile update may also ask for memory. */
const MOST_MEMORY_MB = 256;

interface Job {
  readonly examination: Examination;
  settle(examined: Examined): void;
}

/** Few threads for all documents, started when the first large update comes. Each tries one update at a time. */
export class WorkerExaminer implements UpdateExaminer {
  readonly #jobs: Job[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  #isClosed = false;

  constructor(
    private readonly patienceMs: number = PATIENCE_MS,
    private readonly start: () => Worker = startWorker,
  ) {}

  examine(examination: Examination): Promise<Examined> {
    return new Promise((settle) => {
      this.#jobs.push({ examination, settle });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { settle } of this.#jobs.splice(0)) settle("tooLarge");
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#jobs.length === 0 || this.#isClosed) return;
    const worker = this.#idle.pop();
    if (worker) this.#run(worker, this.#jobs.shift());
    else if (this.#all.size < MOST_WORKERS) this.#hire();
  }

  #hire(): void {
    const worker = this.start();
    this.#all.add(worker);
    worker.unref();
    let isReady = false;
    worker.once("message", () => {
      isReady = true;
      this.#idle.push(worker);
      this.#next();
    });
    // It ends with "exit" at once.
    worker.on("error", () => {});
    worker.once("exit", () => {
      this.#lose(worker);
      if (!isReady && this.#all.size === 0) this.#doWithout();
    });
  }

  /** Where no thread can be started, the counted limits of the gate stand alone. */
  #doWithout(): void {
    for (const { settle } of this.#jobs.splice(0)) settle(null);
  }

  #lose(worker: Worker): void {
    this.#all.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
  }

  #run(worker: Worker, job: Job | undefined): void {
    if (!job) return;
    const end = (examined: Examined): void => {
      clearTimeout(timer);
      worker.off("message", answered);
      worker.off("exit", lost);
      job.settle(examined);
      this.#next();
    };
    const answered = ({ examined }: ExaminedMessage): void => {
      this.#idle.push(worker);
      end(examined);
    };
    const lost = (): void => {
      this.#lose(worker);
      end("tooLarge");
    };
    const timer = setTimeout(() => void worker.terminate(), this.patienceMs);
    worker.on("message", answered);
    worker.on("exit", lost);
    worker.postMessage(job.examination);
  }
}

/** The built worker beside the built server; otherwise (development, tests) its source through tsx. */
function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB };
  for (const place of ["./examine-worker.js", "../examine-worker.js"]) {
    const built = new URL(place, import.meta.url);
    if (existsSync(built)) return new Worker(built, { resourceLimits });
  }
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx/package.json"));
  const loader = new URL("./dist/esm/api/index.mjs", tsx).href;
  const source = new URL("./examine-worker.ts", import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(start, { eval: true, execArgv: [], resourceLimits });
}

import type { PersonId } from "~/app/domain/kernel/ids";
import type { App } from "~/server/context";
import { namesOf } from "~/server/queries/live/names-of";
import { takenOutFrame } from "./document-frames";
import type { Occupant } from "./occupant";
import type { LoggedUpdate, RemovalHistory } from "./removal-history";

/** Whoever holds down a key takes out a letter every thirty milliseconds: it is told when there is something to see. */
const TOLD_AFTER_MS = 300;
/** What is told to pages: the newest. */
const MOST_TOLD = 20;

/** Tells those at a table what was taken out of their notes, and what is back. */
export class RemovalWatch {
  #telling: NodeJS.Timeout | undefined;
  #frame: Uint8Array | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly history: RemovalHistory,
    private readonly occupants: ReadonlySet<Occupant>,
    private readonly app: Pick<App, "log" | "stores">,
  ) {}

  take(update: LoggedUpdate): void {
    if (this.history.take(update)) this.#tellSoon();
  }

  /** Somebody more. */
  welcome(occupant: Occupant): void {
    if (this.#frame) occupant.takenOut(this.#frame);
    else this.#tellSoon();
  }

  /** One after the other: who comes second finds what the first has put back. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell().catch((error: unknown) => {
        this.app.log.error(
          { error: error instanceof Error ? error.name : "unknown" },
          "nobody was told what was taken out",
        );
      });
    }, TOLD_AFTER_MS);
    this.#telling.unref();
  }

  async #tell(): Promise<void> {
    const removals = this.history.list().slice(-MOST_TOLD);
    const people = new Set(removals.flatMap(({ personId, back }) => (back ? [personId, back.personId] : [personId])));
    const names = await namesOf(this.app, [...people]);
    const nameOf = (personId: PersonId): string => names.get(personId) ?? "";
    const frame = takenOutFrame(removals, nameOf);
    const isNews = this.#frame ? Buffer.compare(this.#frame, frame) !== 0 : removals.length > 0;
    this.#frame = frame;
    if (isNews) for (const occupant of this.occupants) occupant.takenOut(frame);
  }
}

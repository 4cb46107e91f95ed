import type { TakenOut } from "~/app/domain/deliberation/taken-out";
import type { DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { App } from "~/server/context";
import type { DocumentName, DocumentText, LiveDocuments, PutBack } from "~/server/documents/live-documents";
import { type UpdateStore, updateStore } from "~/server/documents/update-store";
import { ClientNumbers } from "./client-numbers";
import { ClosedTexts } from "./closed-texts";
import { historyOf, Room } from "./room";
import { type UpdateExaminer, WorkerExaminer } from "./update-examiner";
import { UpdateLog } from "./update-log";

/** Documents whose numbers are remembered after they are closed: of those who connected and wrote nothing, the log knows nothing. */
const MOST_REMEMBERED = 1_000;

interface OpenRoom {
  readonly room: Promise<Room>;
  holds: number;
}

/** The documents that are open. A room lives while somebody holds it, and until what it received is stored. */
export class Rooms implements LiveDocuments {
  readonly #open = new Map<DocumentId, OpenRoom>();
  readonly #store: UpdateStore;
  readonly #log: UpdateLog;
  readonly #closed: ClosedTexts;
  readonly #numbers = new Map<DocumentId, ClientNumbers>();

  constructor(
    private readonly app: Pick<App, "stores" | "clock" | "log" | "secrets" | "announcer">,
    store: UpdateStore = updateStore(app),
    private readonly examiner: UpdateExaminer = new WorkerExaminer(),
  ) {
    this.#store = store;
    this.#log = new UpdateLog(store);
    this.#closed = new ClosedTexts(store);
  }

  /** Opens the room, or joins the open one. Each `enter` needs its `leave`. */
  async enter(name: DocumentName): Promise<Room> {
    const known = this.#open.get(name.documentId);
    if (known && !(await brokenRoom(known))) {
      if (this.#open.get(name.documentId) !== known) return this.enter(name);
      known.holds += 1;
      return known.room;
    }
    if (known && this.#open.get(name.documentId) !== known) return this.enter(name);
    const opened: OpenRoom = { room: this.#load(name), holds: 1 };
    this.#open.set(name.documentId, opened);
    opened.room.catch(() => this.#forget(name.documentId, opened));
    return opened.room;
  }

  async leave(room: Room): Promise<void> {
    const { documentId } = room.name;
    const opened = this.#open.get(documentId);
    if (!opened || (await opened.room) !== room) return;
    opened.holds -= 1;
    if (opened.holds > 0) return;
    await room.drained().catch(() => {});
    if (opened.holds === 0) this.#forget(documentId, opened);
  }

  async read(documentId: DocumentId): Promise<DocumentText> {
    const opened = this.#open.get(documentId);
    const room = opened && (await opened.room);
    if (room && !room.broken) {
      await room.settled();
      return room.text.read();
    }
    const { state, sequence } = await this.#closed.read(documentId);
    return { state, sequence };
  }

  lock(name: DocumentName): Promise<DocumentText> {
    return this.#within(name, async (room) => {
      room.hold();
      try {
        await room.settled();
        await this.#store.freeze(name);
      } catch (error) {
        room.release();
        throw error;
      }
      room.setLocked(true);
      return room.text.read();
    });
  }

  async unlock(documentId: DocumentId): Promise<void> {
    await this.#store.thaw(documentId);
    const opened = this.#open.get(documentId);
    if (opened) (await opened.room).setLocked(false);
  }

  write(name: DocumentName, personId: PersonId, update: Uint8Array): Promise<number> {
    return this.#within(name, async (room) => {
      if (room.locked) throw new Error(`document ${name.documentId} is locked`);
      const verdict = await room.receive(update, { occupant: null, personId, client: null, mayStill: () => true });
      if (verdict.kind === "refused") throw new Error(`the update is ${verdict.reason}`);
      if (verdict.kind === "nothing" && (room.held || room.locked))
        throw new Error(`document ${name.documentId} is locked`);
      await room.settled();
      return room.text.sequence;
    });
  }

  async takenOut({ documentId, kind }: Pick<DocumentName, "documentId" | "kind">): Promise<readonly TakenOut[]> {
    const opened = this.#open.get(documentId);
    const room = opened && (await opened.room);
    if (room && !room.broken) {
      await room.settled();
      return room.removals?.history.list() ?? [];
    }
    const history = historyOf(kind);
    return history ? (await this.#closed.read(documentId, history)).takenOut : [];
  }

  putBack(name: DocumentName, personId: PersonId, removalId: number): Promise<PutBack> {
    return this.#within(name, async (room) => {
      const { removals } = room;
      if (!removals) return "unknown";
      return removals.inTurn(async () => {
        await room.drained();
        const update = removals.history.putBack(removalId);
        if (update === null) return removals.history.has(removalId) ? "back" : "unknown";
        if (room.locked) return "locked";
        const verdict = await room.receive(update, { occupant: null, personId, client: null, mayStill: () => true });
        if (verdict.kind === "refused") throw new Error(`what was taken out is ${verdict.reason}`);
        await room.settled();
        return verdict.kind === "nothing" ? "locked" : "back";
      });
    });
  }

  /** Ends the threads that try updates. */
  close(): Promise<void> {
    return this.examiner.close();
  }

  /** Everything received is stored. */
  async settled(): Promise<void> {
    const rooms = await Promise.all([...this.#open.values()].map(({ room }) => room));
    await Promise.all(rooms.map((room) => room.drained().catch(() => {})));
  }

  async #within<T>(name: DocumentName, work: (room: Room) => Promise<T>): Promise<T> {
    const room = await this.enter(name);
    try {
      return await work(room);
    } finally {
      // What others have sent, and is still being examined, holds up nobody but the room.
      void this.leave(room);
    }
  }

  async #load(name: DocumentName): Promise<Room> {
    await this.#store.ensure(name);
    const loaded = await this.#store.load(name.documentId);
    const numbers = this.#numbersOf(name.documentId);
    return Room.open(loaded, { name, numbers, ports: { log: this.#log, examiner: this.examiner, app: this.app } });
  }

  #numbersOf(documentId: DocumentId): ClientNumbers {
    const numbers = this.#numbers.get(documentId) ?? new ClientNumbers();
    this.#numbers.delete(documentId);
    this.#numbers.set(documentId, numbers);
    for (const oldest of this.#numbers.keys()) {
      if (this.#numbers.size <= MOST_REMEMBERED) break;
      if (!this.#open.has(oldest)) this.#numbers.delete(oldest);
    }
    return numbers;
  }

  #forget(documentId: DocumentId, opened: OpenRoom): void {
    if (this.#open.get(documentId) === opened) this.#open.delete(documentId);
  }
}

async function brokenRoom({ room }: OpenRoom): Promise<boolean> {
  return room.then(
    ({ broken }) => broken,
    () => true,
  );
}

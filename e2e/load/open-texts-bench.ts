// What an open text takes of the server: `npx tsx --expose-gc e2e/load/open-texts-bench.ts [texts] [letters]`. Eight people type a text letter by letter, each
// letter told to the others before the next. The work of a letter from its arrival until everybody is told (CPU, with a store that takes it at once), the
// memory of as many texts, typed and opened anew from their logs, and the time to open one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyUpdate, Doc, XmlElement, XmlText } from "yjs";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import { seededRandom, uniformBelow } from "~/app/domain/kernel/random";
import { openStores } from "~/db/connect";
import { ClientNumbers } from "~/realtime/server/documents/client-numbers";
import type { Occupant } from "~/realtime/server/documents/occupant";
import { Room } from "~/realtime/server/documents/room";
import { WorkerExaminer } from "~/realtime/server/documents/update-examiner";
import { UpdateLog } from "~/realtime/server/documents/update-log";
import { secretsFrom } from "~/server/auth/secrets";
import type { DocumentName } from "~/server/documents/live-documents";
import { createLog } from "~/server/log/log";

const texts = Number(process.argv[2] ?? 30);
const letters = Number(process.argv[3] ?? 20_000);
const PEOPLE = 8;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const random = seededRandom("open-texts");
const below = (limit: number): number => uniformBelow(random, limit);
const dataDir = mkdtempSync(join(tmpdir(), "open-texts-"));
const stores = await openStores({ dataDir });
/** Of all of them together. */
const LETTER_EVERY_MS = 40;
let atMs = Date.UTC(2027, 0, 16);
const clock = { now: () => new Date(atMs) };
const app = { clock, stores, secrets: secretsFrom(random.bytes(32)), log: createLog("silent") };
const people = Array.from({ length: PEOPLE }, () => newId<"person">(random));

interface Letter {
  readonly update: Uint8Array;
  readonly client: number;
  readonly personId: PersonId;
}

/** A word now and then elsewhere, a letter in twelve taken back, a paragraph for every four hundred. */
function typedBy(field: string): Letter[] {
  const pages = people.map((personId, at) => ({
    personId,
    doc: new Doc(),
    client: 1_000 + at,
    text: new XmlText(),
    place: 0,
  }));
  const typed: Letter[] = [];
  for (const { doc, client, personId } of pages) {
    doc.clientID = client;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "heard") return;
      typed.push({ update, client, personId });
      for (const other of pages) if (other.doc !== doc) applyUpdate(other.doc, update, "heard");
    });
  }
  for (let at = 0; at < letters; at += 1) {
    const page = pages[below(PEOPLE)] as (typeof pages)[number];
    const all = page.doc.getXmlFragment(field);
    if (at < PEOPLE * 4 || page.text.parent === null || below(400) === 0) {
      const paragraph = new XmlElement("paragraph");
      page.text = new XmlText();
      page.place = 0;
      page.doc.transact(() => {
        all.insert(below(all.length + 1), [paragraph]);
        paragraph.insert(0, [page.text]);
      });
    } else if (below(60) === 0) {
      page.text = (all.get(below(all.length)) as XmlElement).get(0) as XmlText;
      page.place = below(page.text.length + 1);
    }
    page.place = Math.min(page.place, page.text.length);
    if (page.place > 0 && below(12) === 0) {
      page.place -= 1;
      page.text.delete(page.place, 1);
    } else {
      page.text.insert(page.place, "etaoin srhldcu "[below(15)] ?? " ");
      page.place += 1;
    }
  }
  return typed;
}

function occupantOf(personId: PersonId, client: number): Occupant {
  return { personId, client, aware() {}, changed() {}, takenOut() {}, lockChanged() {}, failed() {} };
}

let sequence = 0;
const log = new UpdateLog({ append: async (rows) => rows.map(() => (sequence += 1)) });
const examiner = new WorkerExaminer();

async function open(kind: DocumentName["kind"], typed: readonly Letter[]): Promise<Room> {
  const name = { documentId: newId<"document">(random), kind, assemblyId: newId<"assembly">(random) };
  const updates = typed.map(({ update, personId }, index) => {
    return { sequence: index + 1, update, personId, at: new Date(atMs + index * LETTER_EVERY_MS) };
  });
  const ports = { log, examiner, app };
  const room = await Room.open({ updates, lockedAtSequence: null }, { name, numbers: new ClientNumbers(), ports });
  for (const [index, personId] of people.entries()) room.occupants.add(occupantOf(personId, 1_000 + index));
  return room;
}

async function type(room: Room, typed: readonly Letter[]): Promise<void> {
  for (const { update, client, personId } of typed) {
    atMs += LETTER_EVERY_MS;
    const verdict = await room.receive(update, { occupant: null, personId, client, mayStill: () => true });
    if (verdict.kind !== "changes") throw new Error(verdict.kind);
    await room.settled();
  }
}

const heldBytes = (): number => {
  for (let turn = 0; turn < 4; turn += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

async function memoryOf(make: () => Promise<Room>): Promise<string> {
  const before = heldBytes();
  const rooms: Room[] = [];
  for (let at = 0; at < texts; at += 1) rooms.push(await make());
  const held = heldBytes() - before;
  return `${(held / 2 ** 20).toFixed(1)} MiB (${Math.round(held / rooms.length / 1024)} KiB each)`;
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const middle = (figures: readonly number[]): number =>
  [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? 0;

for (const kind of ["recommendation", "notes"] as const) {
  const typed = typedBy(kind === "notes" ? "notes" : "action");
  const bytes = typed.reduce((sum, { update }) => sum + update.length, 0);
  say(`${kind}: ${typed.length} letters, ${bytes} bytes of updates`);
  await type(await open(kind, []), typed);
  const took: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const room = await open(kind, []);
    took.push(((await cpuMs(() => type(room, typed))) * 1000) / typed.length);
  }
  say(`  a letter: ${took.map((us) => us.toFixed(1)).join(" · ")} µs, middle ${middle(took).toFixed(1)}`);
  const opened: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) opened.push(await cpuMs(() => open(kind, typed)));
  say(`  opening: ${opened.map((ms) => ms.toFixed(0)).join(" · ")} ms, middle ${middle(opened).toFixed(0)}`);
  say(`  ${texts} texts opened from their logs: ${await memoryOf(() => open(kind, typed))}`);
  const live = async (): Promise<Room> => {
    const room = await open(kind, []);
    await type(room, typed);
    return room;
  };
  say(`  ${texts} texts as they were typed: ${await memoryOf(live)}`);
}
await examiner.close();
await stores.close();
rmSync(dataDir, { recursive: true });

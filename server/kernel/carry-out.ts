import type { Move, PageFact } from "~/app/domain/assembly/facts";
import type { LiveFact } from "~/app/domain/deliberation/facts";
import { canonicalJson } from "~/app/domain/kernel/canonical-json";
import { isTooOld } from "~/app/domain/kernel/command-id";
import { type AssemblyId, type DeviceId, newId, type PersonId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { accept, accepted, type Refused, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { claimReceipt, saveReceipt } from "~/db/repositories/command-receipt";
import { findDevice } from "~/db/repositories/device";
import { appendFacts, factsAfter } from "~/db/repositories/fact";
import { appendJournal } from "~/db/repositories/journal";
import { inTransaction, Rollback } from "~/db/transaction";
import { isBusy, isDiskFull } from "~/db/violations";
import type { WrittenFact } from "../announcer/announcer";
import type { Caller } from "../context";
import { type Order, receiptKey } from "./receipt-key";

/** What happened, for the audit log: never personal data, never the content of a ballot. */
export interface JournalNote {
  readonly action: string;
  readonly assemblyId?: AssemblyId;
  readonly subject: { readonly kind: string; readonly id?: string };
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A fact for one stream, of a kind that its audience hears; the version is given when it is written. */
export type FactNote = LiveFact | PageFact;

/** What a command's work answers when it was done: the value (plain JSON), its journal notes and its facts. */
export interface Done<T> {
  readonly value: T;
  readonly journal: readonly JournalNote[];
  readonly facts?: readonly FactNote[];
  /** What moved and is no fact: told after the commit, stored nowhere. */
  readonly moved?: readonly Move[];
  /** Jobs to wake after the commit ("mail", …). */
  readonly wake?: readonly string[];
  /** People whose rights changed: their live connections are re-authorised. */
  readonly rightsChanged?: readonly PersonId[];
  /** Devices on which nobody is signed in any more: what they have open is closed. */
  readonly devicesEnded?: readonly DeviceId[];
}

interface Outcome<T> {
  readonly result: Result<T>;
  readonly written: readonly WrittenFact[];
  readonly done?: Done<T>;
}

/**
 * Runs a command in one transaction of the main store: a repeat is answered with the first answer; a refusal leaves no trace;
 * otherwise rows, journal, facts and receipt are committed together, and only then announced.
 * `work` must await nothing but its own queries. Refuses with `storage-busy` and `storage-full` where the store cannot take it.
 */
export async function carryOut<T>(
  caller: Caller,
  order: Order,
  work: (tx: MainTx) => Promise<Result<Done<T>>>,
): Promise<Result<T>> {
  const outcome = await runOnce(caller, order, work).catch(storageRefusal);
  if ("ok" in outcome) return outcome;
  tellOthers(caller, outcome);
  return outcome.result;
}

function runOnce<T>(caller: Caller, order: Order, work: (tx: MainTx) => Promise<Result<Done<T>>>): Promise<Outcome<T>> {
  const { app, actor } = caller;
  let unsure: Outcome<T> | undefined;
  const key = receiptKey(app, actor, order);
  const once = async (tx: MainTx): Promise<Outcome<T> | Rollback<Outcome<T>>> => {
    const repeated = key ? await claimReceipt(tx, key, app.clock.now()) : undefined;
    if (repeated !== undefined) {
      const result = accept(repeated.answer as T);
      return unsure ? { ...unsure, result, written: await storedOf(tx, unsure.written) } : { result, written: [] };
    }
    const asked = await isStillAsked(tx, caller, order);
    const worked = asked.ok ? await work(tx) : asked;
    if (!worked.ok) return new Rollback<Outcome<T>>({ result: worked, written: [] });
    unsure = {
      result: accept(worked.value.value),
      written: await record(tx, caller, { order, done: worked.value }),
      done: worked.value,
    };
    return unsure;
  };
  // When the connection was lost during the commit, the receipt tells whether it came through; then others are told as well.
  return inTransaction(app.stores.main, once, { repeatable: order.commandId !== null });
}

/** Those facts that are in the store as they were written: others may have taken the same versions meanwhile. */
async function storedOf(tx: MainTx, written: readonly WrittenFact[]): Promise<readonly WrittenFact[]> {
  const kept: WrittenFact[] = [];
  for (const fact of written) {
    const [stored] = await factsAfter(tx, { stream: fact.stream, version: fact.version - 1 }, 1);
    const isSame = stored?.type === fact.type && canonicalJson(stored.payload) === canonicalJson(fact.payload);
    if (isSame && stored.version === fact.version) kept.push(fact);
  }
  return kept;
}

/** Whether a command that was not carried out before may be carried out now. Refuses `command-too-old` and `sign-in-needed`. */
export async function isStillAsked(
  tx: MainTx,
  caller: Caller,
  { commandId }: Order,
): Promise<Result<undefined, "command-too-old" | "sign-in-needed">> {
  // Its receipt may have been forgotten: it is not known whether it was carried out.
  if (commandId !== null && isTooOld(commandId, caller.app.clock.now().getTime())) return refuse("command-too-old");
  return (await isStillSignedIn(tx, caller)) ? accepted : refuse("sign-in-needed");
}

/** Who asked is read before the transaction: a device that ended meanwhile does nothing any more, even with what was under way. */
async function isStillSignedIn(tx: MainTx, { app, actor }: Caller): Promise<boolean> {
  if (actor.kind !== "person" || actor.device === undefined) return true;
  return (await findDevice(tx, actor.device.id, app.clock.now())) !== undefined;
}

/** The refusal for a store that is busy, gone or full; undefined for any other fault, which is ours. */
export function refusalOfStore(error: unknown): Refusal | undefined {
  if (isDiskFull(error)) return { code: "storage-full" };
  return isBusy(error) ? { code: "storage-busy" } : undefined;
}

/** A store that is busy, gone or full has kept nothing: a refusal with its sentence. Any other fault is ours, and thrown on. */
export function storageRefusal(error: unknown): Refused {
  const refusal = refusalOfStore(error);
  if (!refusal) throw error;
  return { ok: false, refusal };
}

async function record<T>(
  tx: MainTx,
  { app, actor }: Caller,
  { order, done }: { readonly order: Order; readonly done: Done<T> },
): Promise<readonly WrittenFact[]> {
  const at = app.clock.now();
  for (const note of done.journal) {
    await appendJournal(tx, {
      id: newId(app.random),
      at,
      assemblyId: note.assemblyId ?? null,
      actorKind: actor.kind,
      actorId: actor.kind === "person" ? actor.personId : null,
      action: note.action,
      subjectKind: note.subject.kind,
      subjectId: note.subject.id ?? null,
      data: note.data ?? {},
    });
  }
  const written = await appendFacts(tx, done.facts ?? [], at);
  const key = receiptKey(app, actor, order);
  if (key) await saveReceipt(tx, key, JSON.stringify(done.value ?? null));
  return written;
}

function tellOthers<T>({ app }: Caller, { written, done }: Outcome<T>): void {
  app.announcer.announce(written);
  if (done?.moved?.length) app.announcer.moved(done.moved);
  for (const job of done?.wake ?? []) app.jobs.wake(job);
  if (done?.devicesEnded?.length) app.announcer.devicesEnded(done.devicesEnded);
  if (done?.rightsChanged?.length) app.announcer.rightsChanged(done.rightsChanged);
}

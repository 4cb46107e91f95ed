import { attendanceFacts } from "~/app/domain/deliberation/attendance";
import type { Attendee } from "~/app/domain/deliberation/live-state";
import { sessionStream } from "~/app/domain/deliberation/streams";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import { listOpenSessionIds } from "~/db/repositories/session-calendar";
import type { FactNote } from "./carry-out";
import { loadAttendees } from "./live/load-live";

export interface Told<T> {
  readonly value: T;
  readonly facts: readonly FactNote[];
}

/**
 * Does what changes who is in assemblies (roles given, ended or resumed; people joined or renamed), inside a command's transaction, and
 * answers it with the facts for every session of theirs that is not closed: each shows who attends.
 */
export async function tellingSessions<T>(
  tx: Main,
  assemblyIds: readonly AssemblyId[],
  work: () => Promise<T>,
): Promise<Told<T>> {
  const before = new Map<AssemblyId, readonly Attendee[]>();
  for (const id of new Set(assemblyIds)) before.set(id, await loadAttendees(tx, id));
  const value = await work();
  const facts: FactNote[] = [];
  for (const [assemblyId, attendees] of before) {
    const changes = attendanceFacts(attendees, await loadAttendees(tx, assemblyId));
    if (changes.length === 0) continue;
    for (const id of await listOpenSessionIds(tx, assemblyId)) {
      facts.push(...changes.map((fact) => ({ stream: sessionStream(id), ...fact })));
    }
  }
  return { value, facts };
}

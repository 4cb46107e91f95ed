import { localDateOf } from "~/app/domain/assembly/local-date";
import { phaseOfDay } from "~/app/domain/assembly/phase-of-day";
import { checkChangeable, checkSession, type SessionPlan } from "~/app/domain/assembly/session-plan";
import { type AssemblyId, type CommandId, newId, type SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { changeSession, findSession, insertSession } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { sessionMark } from "../../kernel/prepare/calendar-marks";
import { loadItinerary } from "../../kernel/prepare/load-itinerary";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

export interface SessionOrder extends SessionPlan {
  readonly assemblyId: AssemblyId;
  /** The session, and the version or the mark that the form showed; null for a new one. */
  readonly session: ({ readonly id: SessionId; readonly version?: number } & FilledFrom) | null;
}

type Saved = { readonly sessionId: SessionId };

/**
 * Adds a session to the calendar, or changes when, where and what it is called. Refuses what `checkSession` refuses, one that runs or
 * is over (`session-running`, `session-over`), one of another assembly (`session-unknown`), and `changed-meanwhile`.
 */
export function editSession(caller: Caller, commandId: CommandId | null, order: SessionOrder): Promise<Result<Saved>> {
  const { assemblyId, session, ...plan } = order;
  const action = session ? "session.edit" : "session.add";
  return carryOut(caller, { commandId, action }, async (tx): Promise<Result<Done<Saved>>> => {
    const authorised = await authorise(tx, caller.actor, { action: "session.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const checked = checkSession(plan);
    if (!checked.ok) return checked;
    const { assembly } = authorised.value;
    const { itinerary } = await loadItinerary(tx, assembly);
    const row = { ...plan, phaseId: phaseOfDay(itinerary, localDateOf(plan.startsAt, assembly.timeZone)) };
    const saved = session
      ? await change(tx, order, { ...session, row })
      : accept(await add(tx, { ...row, id: newId<"session">(caller.app.random), assemblyId }));
    if (!saved.ok) return saved;
    return accept({
      value: { sessionId: saved.value },
      journal: [
        { action, assemblyId, subject: { kind: "session", id: saved.value }, data: { startsAt: plan.startsAt } },
      ],
    });
  });
}

type Row = SessionPlan & { readonly phaseId: ReturnType<typeof phaseOfDay> };

async function change(
  tx: MainTx,
  { assemblyId }: SessionOrder,
  { id, version, seen, row }: NonNullable<SessionOrder["session"]> & { readonly row: Row },
): Promise<Result<SessionId>> {
  const found = await findSession(tx, id);
  if (found?.assemblyId !== assemblyId) return refuse("session-unknown");
  const changeable = checkChangeable(found.state);
  if (!changeable.ok) return changeable;
  const same = checkSeen(sessionMark(found), seen);
  if (!same.ok) return same;
  return (await changeSession(tx, { id, version: version ?? found.version }, row))
    ? accept(id)
    : refuse("changed-meanwhile");
}

async function add(
  tx: MainTx,
  row: Row & { readonly id: SessionId; readonly assemblyId: AssemblyId },
): Promise<SessionId> {
  const still = { currentItemId: null, itemEndsAt: null, roundId: null, startedAt: null, closedAt: null } as const;
  await insertSession(tx, { ...row, ...still, state: "planned", notesReaders: null, version: 1 });
  return row.id;
}

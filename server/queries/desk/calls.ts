import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import { type CallReason, callReasons, callsMatter, whyCall } from "~/app/domain/assembly/who-to-call";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { type Readiness, readinessOf } from "~/app/domain/learning/device-check";
import { listCards } from "~/db/repositories/card";
import { lastSeenOf } from "~/db/repositories/device";
import { listInvited } from "~/db/repositories/invitation";
import { listDeviceChecks } from "~/db/repositories/member-readiness";
import { listParticipants } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import type { CalendarSession } from "../prepare/calendar";

/** Somebody who needs a call: a member, or somebody invited who has not answered in time. */
export interface Call {
  readonly key: string;
  readonly name: string;
  readonly reason: CallReason | "no-answer";
  /** Null where there is none, or for those who only watch. */
  readonly phone: string | null;
  readonly lastContactMs: number | null;
}

export interface Calls {
  readonly calls: readonly Call[];
  /** How many members can take part, by their last device check. */
  readonly readiness: Readonly<Record<Readiness | "unchecked", number>>;
}

interface Where {
  readonly assemblyId: AssemblyId;
  readonly scope: AssemblyScope;
  readonly sessions: readonly CalendarSession[];
}

/** Who needs a call and why, the most pressing first; and who is ready. */
export async function callsOf(caller: Caller, where: Where): Promise<Calls> {
  const { app, actor } = caller;
  const db = app.stores.main;
  const nowMs = app.clock.now().getTime();
  const mayCall = permits(actor, "device.sign-in-at-desk", where.scope).ok;
  const members = (await listParticipants(db, where.assemblyId)).filter(({ role }) => role === "member");
  const people = members.map(({ personId }) => personId);
  const seen = await lastSeenOf(db, people);
  const held = await listCards(
    db,
    members.map(({ id }) => id),
  );
  const cards = new Set(held.map(({ participationId }) => participationId));
  const checks = new Map(
    (await listDeviceChecks(db, where.assemblyId)).map((row) => [row.participationId, readinessOf(row)]),
  );
  const next = where.sessions.find(
    ({ state, place, startsAtMs }) => state === "planned" && place !== "room" && startsAtMs > nowMs,
  );
  const readiness = { ready: 0, "can-follow": 0, "needs-help": 0, unchecked: 0 };
  const calls: (Call & { readonly reason: CallReason })[] = [];
  for (const { id, personId, name, email, phone, createdAt } of members) {
    const device = checks.get(id) ?? null;
    readiness[device ?? "unchecked"] += 1;
    const lastSeenAtMs = seen.get(personId)?.getTime() ?? null;
    const member = {
      id,
      hasEmail: email !== null,
      hasCard: cards.has(id),
      lastSeenAtMs,
      joinedAtMs: createdAt.getTime(),
      device,
    };
    const reason = whyCall(member, { nowMs, nextOnlineAtMs: next?.startsAtMs ?? null });
    if (reason && callsMatter(where.scope.openPhases))
      calls.push({ key: id, name, reason, phone: mayCall ? phone : null, lastContactMs: lastSeenAtMs });
  }
  calls.sort((a, b) => callReasons.indexOf(a.reason) - callReasons.indexOf(b.reason));
  return { calls: [...(await unanswered(caller, where, mayCall)), ...calls], readiness };
}

/** Those invited whose deadline has passed without an answer. */
async function unanswered({ app }: Caller, { assemblyId }: Where, mayCall: boolean): Promise<Call[]> {
  const now = app.clock.now();
  const invited = await listInvited(app.stores.main, assemblyId);
  return invited
    .filter(({ state, deadline }) => state === "sent" && deadline !== null && deadline < now)
    .map(({ id, name, phone, sentAt }) => ({
      key: id,
      name,
      reason: "no-answer",
      phone: mayCall ? phone : null,
      lastContactMs: sentAt?.getTime() ?? null,
    }));
}

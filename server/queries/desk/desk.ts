import { localDateOf } from "~/app/domain/assembly/local-date";
import { permits } from "~/app/domain/assembly/permits";
import { type Waiting, whatWaits } from "~/app/domain/assembly/what-waits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type CalendarPhase, type CalendarSession, calendar } from "../prepare/calendar";
import { type Calls, callsOf } from "./calls";
import { deskFacts } from "./desk-facts";

export interface Desk extends Calls {
  readonly name: string;
  readonly nowMs: number;
  readonly mayRun: boolean;
  readonly members: number;
  /** Empty for those who only watch. */
  readonly waits: readonly Waiting[];
  readonly phases: readonly CalendarPhase[];
  /** The session that runs, else the one of today, else the next one. */
  readonly session: CalendarSession | null;
  readonly sessionIsToday: boolean;
}

/** The organiser's day: what waits, who needs a call, whether the next session is ready. Also for technical assistants and guarantors. */
export async function desk(caller: Caller, { assemblyId }: { readonly assemblyId: AssemblyId }): Promise<Result<Desk>> {
  const { app, actor } = caller;
  const authorised = await authorise(app.stores.main, actor, { action: "member.see", assemblyId });
  if (!authorised.ok) return authorised;
  const { assembly, scope } = authorised.value;
  const dated = await calendar(caller, { assemblyId });
  if (!dated.ok) return dated;
  const { sessions, phases } = dated.value;
  const nowMs = app.clock.now().getTime();
  const session = sessionOf(sessions, nowMs);
  const mayRun = permits(actor, "session.edit", scope).ok;
  const facts = await deskFacts(app.stores.main, {
    assembly,
    sessions,
    phases,
    nowMs,
    sendsMails: app.config.smtpUrl !== null,
  });
  const calls = await callsOf(caller, { assemblyId, scope, sessions });
  const day = (atMs: number) => localDateOf(new Date(atMs), assembly.timeZone);
  return accept({
    ...calls,
    name: actor.kind === "person" ? ((await findPerson(app.stores.main, actor.personId))?.name ?? "") : "",
    nowMs,
    mayRun,
    members: facts.members,
    waits: mayRun ? whatWaits(facts) : [],
    phases,
    session,
    sessionIsToday: session !== null && (session.state === "running" || day(session.startsAtMs) === day(nowMs)),
  });
}

function sessionOf(sessions: readonly CalendarSession[], nowMs: number): CalendarSession | null {
  return (
    sessions.find(({ state }) => state === "running") ??
    sessions.find(({ state, endsAtMs }) => state === "planned" && endsAtMs > nowMs) ??
    null
  );
}

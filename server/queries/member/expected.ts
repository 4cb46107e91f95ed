import type { HeldRole } from "~/app/domain/assembly/actor";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { readinessOf } from "~/app/domain/learning/device-check";
import { findDeviceCheck } from "~/db/repositories/device-check";
import { listAuthored } from "~/db/repositories/my-table";
import { listQuestions } from "~/db/repositories/question";
import type { Caller } from "../../context";
import { learnPage } from "../learn/learn-page";
import type { CalendarSession } from "../prepare/calendar";
import type { OpenVote } from "./open-votes";

/** Something expected of a person. `title` is an organiser's text, or a member's in one language. */
export type Expected = { readonly done: boolean; readonly minutes?: number } & (
  | { readonly kind: "device-check" }
  | { readonly kind: "material" | "task"; readonly id: string; readonly title: Localised }
  | { readonly kind: "recommendation"; readonly id: string; readonly number: number; readonly title: string }
  | { readonly kind: "vote"; readonly id: string; readonly title: Localised }
  | { readonly kind: "questions"; readonly count: number }
);

/** The person's last device check, as the home says it. */
export interface DeviceSeen {
  readonly atMs: number;
  readonly readiness: ReturnType<typeof readinessOf>;
}

interface Whose {
  readonly assemblyId: AssemblyId;
  readonly own: HeldRole;
  readonly scope: AssemblyScope;
  readonly sessions: readonly CalendarSession[];
  readonly votes: readonly OpenVote[];
}

const SHOWN_DONE = 3;
const CHECK_MINUTES = 2;

/** What is expected of the person now: what is to do in its order, then the last few things done. */
export async function expectedOf(
  caller: Caller,
  whose: Whose,
): Promise<{ readonly expected: readonly Expected[]; readonly device: DeviceSeen | null }> {
  const { app } = caller;
  const { own, sessions, votes } = whose;
  const check = await findDeviceCheck(app.stores.main, own.participationId);
  const device = check ? { atMs: check.at.getTime(), readiness: readinessOf(check) } : null;
  const all: Expected[] = [
    ...votes.map(({ id, title, voted }) => ({ kind: "vote" as const, id, title, done: voted })),
    ...deviceCheck(sessions, device),
    ...(await recommendations(caller, whose)),
    ...(await learning(caller, whose)),
    ...(await questions(caller, whose)),
  ];
  const done = all.filter((item) => item.done);
  return { expected: [...all.filter((item) => !item.done), ...done.slice(-SHOWN_DONE)], device };
}

/** Asked while an online session is to come. */
function deviceCheck(sessions: readonly CalendarSession[], device: DeviceSeen | null): Expected[] {
  const online = sessions.some(({ state, place }) => state === "planned" && place !== "room");
  return online ? [{ kind: "device-check", minutes: CHECK_MINUTES, done: device !== null }] : [];
}

async function recommendations({ app, actor }: Caller, { assemblyId, own, scope }: Whose): Promise<Expected[]> {
  if (own.role !== "member" || !permits(actor, "recommendation.write", scope).ok) return [];
  const mine = await listAuthored(app.stores.main, { assemblyId, participationId: own.participationId });
  return mine.map(({ id, number, title, state }) => ({
    kind: "recommendation" as const,
    id,
    number,
    title,
    done: state === "locked",
  }));
}

async function learning(caller: Caller, { assemblyId, own }: Whose): Promise<Expected[]> {
  if (own.role !== "member") return [];
  const page = await learnPage(caller, { assemblyId });
  if (!page.ok) return [];
  return page.value.phases.flatMap(({ steps }) =>
    steps.map(({ kind, id, title, minutes, done }) => ({ kind, id, title, minutes, done })),
  );
}

async function questions({ app, actor }: Caller, { assemblyId, own, scope }: Whose): Promise<Expected[]> {
  if (own.role !== "expert" || !permits(actor, "question.answer", scope).ok) return [];
  const unanswered = (await listQuestions(app.stores.main, assemblyId)).filter(({ answer }) => answer === null);
  return unanswered.length > 0 ? [{ kind: "questions", count: unanswered.length, done: false }] : [];
}

import { rolesIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { latestTable } from "~/db/repositories/my-table";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type CalendarPhase, type CalendarSession, calendar } from "../prepare/calendar";
import { publicAssembly } from "../site/public-assembly";
import { type DeviceSeen, type Expected, expectedOf } from "./expected";
import { lastCountedVote, type OpenVote, openVotesOf } from "./open-votes";

export interface MyTable {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly facilitator: string | null;
  /** Whether the person leads it. */
  readonly mine: boolean;
  readonly others: readonly string[];
}

export interface Home {
  readonly name: string;
  readonly role: Role;
  /** With these and the time, `memberNow` says what matters now. */
  readonly published: boolean;
  readonly countedVoteId: string | null;
  readonly sessions: readonly CalendarSession[];
  readonly votes: readonly OpenVote[];
  readonly phases: readonly CalendarPhase[];
  readonly expected: readonly Expected[];
  readonly device: DeviceSeen | null;
  readonly table: MyTable | null;
}

/** A person's home in one assembly: what is now, what is expected of them, what comes next, whom they meet. */
export async function home(caller: Caller, { assemblyId }: { readonly assemblyId: AssemblyId }): Promise<Result<Home>> {
  const { app, actor } = caller;
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "assembly.see", assemblyId });
  if (!authorised.ok) return authorised;
  const held = rolesIn(actor, assemblyId);
  const own = held.find(({ role }) => role === "member") ?? held[0];
  if (actor.kind !== "person" || !own) return refuse("assembly-unknown");
  const { assembly, scope } = authorised.value;
  const dated = await calendar(caller, { assemblyId });
  if (!dated.ok) return dated;
  const { sessions, phases } = dated.value;
  const votes = permits(actor, "vote.cast", scope).ok ? await openVotesOf(db, assemblyId, own.participationId) : [];
  const { expected, device } = await expectedOf(caller, { assemblyId, own, scope, sessions, votes });
  return accept({
    name: (await findPerson(db, actor.personId))?.name ?? "",
    role: own.role,
    published: (await publicAssembly(db, assembly.slug, "results")).ok,
    countedVoteId: permits(actor, "vote.see", scope).ok ? await lastCountedVote(db, assemblyId) : null,
    sessions,
    votes,
    phases,
    expected,
    device,
    table: await tableOf(caller, { assemblyId, participationId: own.participationId }),
  });
}

async function tableOf(
  { app }: Caller,
  own: { readonly assemblyId: AssemblyId; readonly participationId: ParticipationId },
): Promise<MyTable | null> {
  const table = await latestTable(app.stores.main, own);
  if (!table) return null;
  return {
    sessionId: table.sessionId,
    number: table.number,
    facilitator: table.facilitator,
    mine: table.facilitatorId === own.participationId,
    others: table.seated.filter(({ id }) => id !== own.participationId).map(({ name }) => name),
  };
}

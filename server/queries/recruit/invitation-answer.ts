import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { InvitationState } from "~/app/domain/recruitment/invitation";
import { findAssembly } from "~/db/repositories/assembly";
import { findCandidate } from "~/db/repositories/candidate";
import { findOrganisation } from "~/db/repositories/organisation";
import { findParticipation } from "~/db/repositories/participation";
import { listSessions } from "~/db/repositories/session-calendar";
import type { VisitingCaller } from "../../context";
import { findByToken } from "../../kernel/recruit/find-by-token";

export interface InvitationAnswerPage {
  readonly name: string;
  readonly state: InvitationState;
  readonly replaced: boolean;
  readonly over: boolean;
  readonly deadlineMs: number | null;
  readonly seat: number | null;
  readonly assemblyId: AssemblyId;
  readonly title: Localised;
  readonly question: Localised;
  readonly authority: Localised;
  readonly commitment: Localised;
  readonly organisation: string;
  readonly privacy: Localised;
  readonly timeZone: string;
  readonly seats: number;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly sessions: readonly {
    readonly id: string;
    readonly title: Localised;
    readonly startsAtMs: number;
    readonly endsAtMs: number;
    readonly place: string;
    readonly address: string;
  }[];
}

/** What somebody who was drawn reads before they answer. Whoever holds the link may. Refuses as `findByToken` does. */
export async function invitationAnswer(
  { app, source }: Pick<VisitingCaller, "app" | "source">,
  { token }: { readonly token: string },
): Promise<Result<InvitationAnswerPage>> {
  const { main } = app.stores;
  const found = await findByToken({ app, source }, token);
  if (!found.ok) return found;
  const { assemblyId, candidateId, participationId, state, deadline, replacedBy } = found.value;
  const assembly = await findAssembly(main, assemblyId);
  const candidate = await findCandidate(main, candidateId);
  if (!assembly || !candidate) return refuse("link-unknown");
  const organisation = await findOrganisation(main, assembly.organisationId);
  const held = participationId ? await findParticipation(main, participationId) : undefined;
  const sessions = await listSessions(main, assemblyId);
  return accept({
    name: candidate.name,
    state,
    replaced: replacedBy !== null,
    over: state === "unanswered" || (deadline !== null && app.clock.now() >= deadline),
    deadlineMs: deadline?.getTime() ?? null,
    seat: held?.seat ?? null,
    assemblyId,
    title: assembly.title,
    question: assembly.question,
    authority: assembly.authorityName,
    commitment: assembly.commitment,
    organisation: organisation?.name ?? "",
    privacy: organisation?.privacy ?? {},
    timeZone: assembly.timeZone,
    seats: assembly.seats,
    contact: { name: assembly.contactName, phone: assembly.contactPhone, email: assembly.contactEmail },
    sessions: sessions.map(({ id, title, startsAt, endsAt, place, address }) => ({
      id,
      title,
      startsAtMs: startsAt.getTime(),
      endsAtMs: endsAt.getTime(),
      place,
      address,
    })),
  });
}

import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { SessionId } from "~/app/domain/kernel/ids";
import { askTurn } from "~/server/commands/live/ask-turn";
import { keepIdea } from "~/server/commands/live/keep-idea";
import { splitIntoGroups } from "~/server/commands/live/split-into-groups";
import { startSession } from "~/server/commands/live/start-session";
import { stepAgenda } from "~/server/commands/live/step-agenda";
import { editSession } from "~/server/commands/prepare/edit-session";
import { listGroups, listSeats } from "../repositories/breakout";
import { findParticipation } from "../repositories/participation";
import { listSessions, type SessionWithAgenda } from "../repositories/session-calendar";
import { type Convention, type DemoWorld, must } from "./demo-world";
import { typedText } from "./shared-text";
import { groupIdeas, groupNotes } from "./texts";

/** Which session of the template is the day of deliberation. */
export const DELIBERATION_SESSION = 2;

/**
 * Runs the day of deliberation as far as the groups at work on their first question; moved to begin at `startsAt`, or on its own day
 * (null).
 */
export async function openDeliberation(
  world: DemoWorld,
  convention: Convention,
  startsAt: Date | null,
): Promise<SessionId> {
  const session = (await listSessions(world.app.stores.main, convention.assemblyId))[DELIBERATION_SESSION];
  if (!session) throw new Error("the template has no day of deliberation");
  if (startsAt) await moveTo(world, convention, { session, startsAt });
  const beginsAt = startsAt ?? session.startsAt;
  world.travelTo(beginsAt);
  const caller = await world.as(convention.organiser);
  const sessionId = session.id;
  must(await startSession(caller, world.commandId(), { sessionId }));
  const [first, second] = session.agenda;
  if (!first || !second) throw new Error("the day of deliberation has no agenda");
  world.travelTo(new Date(beginsAt.getTime() + first.minutes * MINUTE_MS));
  must(
    await stepAgenda(caller, world.commandId(), {
      sessionId,
      fromItemId: first.id,
      toItemId: second.id,
      callBackRoundId: null,
    }),
  );
  const { roundId } = must(
    await splitIntoGroups(caller, world.commandId(), { sessionId, present: null, groupSize: null }),
  );
  await workInGroups(world, convention, { sessionId, roundId });
  return sessionId;
}

async function moveTo(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  { session, startsAt }: { readonly session: SessionWithAgenda; readonly startsAt: Date },
): Promise<void> {
  const { id, version, title, place, address } = session;
  const endsAt = new Date(startsAt.getTime() + (session.endsAt.getTime() - session.startsAt.getTime()));
  const order = { assemblyId, session: { id, version }, title, startsAt, endsAt, place, address };
  must(await editSession(await world.as(organiser), world.commandId(), order));
}

type Place = { readonly sessionId: SessionId; readonly roundId: Parameters<typeof listGroups>[1] };

async function workInGroups(world: DemoWorld, convention: Convention, { sessionId, roundId }: Place): Promise<void> {
  const { main } = world.app.stores;
  for (const [at, group] of (await listGroups(main, roundId)).entries()) {
    const seated = (await listSeats(main, roundId)).filter(({ groupId }) => groupId === group.id);
    const [author, second] = await Promise.all(
      seated.slice(0, 2).map(({ participationId }) => findParticipation(main, participationId)),
    );
    if (!author || !second) continue;
    const name = { documentId: group.documentId, kind: "notes", assemblyId: convention.assemblyId } as const;
    await world.app.documents.write(name, author.personId, typedText({ notes: groupNotes[at] ?? [] }));
    const text = groupIdeas[at];
    const caller = await world.as(author.personId);
    if (text) {
      const idea = { sessionId, groupId: group.id, text, language: "fr", authorIds: [author.id, second.id] } as const;
      must(await keepIdea(caller, world.commandId(), idea));
    }
    must(await askTurn(await world.as(second.personId), world.commandId(), { sessionId, groupId: group.id }));
  }
}

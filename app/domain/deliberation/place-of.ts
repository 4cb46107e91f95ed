import { worksAt } from "../assembly/workplace";
import type { GroupId, ParticipationId } from "../kernel/ids";
import type { Attendee, Me, Round, SessionState } from "./live-state";

/** Where somebody is now. A member without a seat in the open round waits in the lobby; the team without a group stays in the plenary. */
export type Place =
  | { readonly kind: "plenary" }
  | { readonly kind: "lobby" }
  | { readonly kind: "group"; readonly groupId: GroupId };

export function placeOf(
  session: Pick<SessionState, "round">,
  { participationId, role }: Pick<Attendee, "participationId" | "role">,
): Place {
  const { round } = session;
  if (!round) return { kind: "plenary" };
  const groupId = groupIn(round, participationId);
  if (groupId) return { kind: "group", groupId };
  return { kind: role === "member" ? "lobby" : "plenary" };
}

/** The group where somebody sits or that they facilitate. */
export function groupIn(round: Round, participationId: ParticipationId): GroupId | undefined {
  const led = round.groups.find(({ facilitatorId }) => facilitatorId === participationId);
  return led?.groupId ?? round.seats[participationId];
}

/** Where the person is: their group if any of their roles has one, else the lobby if they are a member without a seat. */
export function placeOfMe({ participations }: Pick<Me, "participations">, session: Pick<SessionState, "round">): Place {
  const places = participations.map((held) => placeOf(session, held));
  return (
    places.find(({ kind }) => kind === "group") ?? places.find(({ kind }) => kind === "lobby") ?? { kind: "plenary" }
  );
}

/** The groups of the open round that the person may enter. */
export function groupsOf(me: Pick<Me, "participations" | "may">, session: Pick<SessionState, "round">): GroupId[] {
  const { round } = session;
  if (!round) return [];
  if (me.may.seeEveryGroup) return round.groups.map(({ groupId }) => groupId);
  const own = me.participations.map(({ participationId }) => groupIn(round, participationId));
  return [...new Set(own.filter((groupId) => groupId !== undefined))];
}

/** The groups whose calls for help come to the person because they lead there; none for those to whom every call comes. */
export function groupsLed(me: Pick<Me, "participations" | "may">, session: Pick<SessionState, "round">): GroupId[] {
  const { round } = session;
  if (!round || me.may.answerHelp) return [];
  const led = me.participations
    .filter((held) => worksAt([held], ["table"]))
    .map(({ participationId }) => groupIn(round, participationId));
  return [...new Set(led.filter((groupId) => groupId !== undefined))];
}

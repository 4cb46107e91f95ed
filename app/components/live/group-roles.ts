import { permitsAtTable } from "../../domain/deliberation/live-rights";
import type { Attendee, GroupState, Me, Round, RoundGroup, SessionState } from "../../domain/deliberation/live-state";
import { seatedIn } from "../../domain/deliberation/watch-groups";
import type { GroupId, ParticipationId } from "../../domain/kernel/ids";

/** Those around a table, its facilitator first, then by seat. */
export function aroundTable(
  session: Pick<SessionState, "round" | "attendees">,
  groupId: GroupId,
): {
  readonly facilitator: Attendee | undefined;
  readonly seated: readonly Attendee[];
  readonly all: readonly Attendee[];
} {
  const facilitatorId = groupOf(session, groupId)?.facilitatorId;
  const facilitator = session.attendees.find(({ participationId }) => participationId === facilitatorId);
  const seated = seatedIn(session, groupId);
  return { facilitator, seated, all: facilitator ? [facilitator, ...seated] : seated };
}

export function groupOf({ round }: Pick<SessionState, "round">, groupId: GroupId): RoundGroup | undefined {
  return round?.groups.find((group) => group.groupId === groupId);
}

/** What people around a table call each other: the first name, or the whole name where two share the first. */
export function tableName({ name }: Pick<Attendee, "name">, people: readonly Pick<Attendee, "name">[]): string {
  const first = firstName(name);
  return people.filter((one) => firstName(one.name) === first).length > 1 ? name : first;
}

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** What the person may do at this table, as far as the page can tell. */
export interface TableRights {
  /** Their place at it; null for somebody of the team who visits. */
  readonly ownId: ParticipationId | null;
  /** Gives turns, gives more time. */
  readonly leads: boolean;
  /** Sees who spoke how long. */
  readonly seesCockpit: boolean;
  readonly keepsIdeas: boolean;
}

export function tableRights(
  { me, session }: { readonly me: Me; readonly session: Pick<SessionState, "assemblyId" | "round" | "attendees"> },
  groupId: GroupId,
): TableRights {
  const { all, facilitator } = aroundTable(session, groupId);
  const ids = new Set(all.map(({ participationId }) => participationId));
  const placed = me.participations.filter(({ participationId }) => ids.has(participationId));
  const own = placed.find(({ participationId }) => participationId === facilitator?.participationId) ?? placed[0];
  const leads = permitsAtTable({ me, session }, "group.lead", groupId);
  return {
    ownId: own?.participationId ?? null,
    leads,
    seesCockpit: leads || (me.may.seeEveryGroup && me.may.place),
    keepsIdeas: permitsAtTable({ me, session }, "idea.keep", groupId),
  };
}

/** Who spoke how long at a table, the turn under way included; `nowMs` on the server's clock. Who spoke least comes last. */
export function speakingTimes(
  { turn, spoken }: GroupState["floor"],
  people: readonly Attendee[],
  nowMs: number,
): readonly { readonly attendee: Attendee; readonly turns: number; readonly speakingTimeMs: number }[] {
  return people
    .map((attendee) => {
      const { turns, speakingTimeMs } = spoken[attendee.participationId] ?? { turns: 0, speakingTimeMs: 0 };
      const speaks = turn?.participationId === attendee.participationId ? turn : null;
      const nowSpokenMs = speaks ? Math.max(0, nowMs - speaks.startedAtMs) : 0;
      return { attendee, turns: turns + (speaks ? 1 : 0), speakingTimeMs: speakingTimeMs + nowSpokenMs };
    })
    .sort((a, b) => b.speakingTimeMs - a.speakingTimeMs);
}

/** Everyone who sits in a group of the round, by name, with where they sit. */
export function seatedAt(
  { attendees }: Pick<SessionState, "attendees">,
  { groups, seats }: Pick<Round, "groups" | "seats">,
): readonly { readonly attendee: Attendee; readonly group: RoundGroup }[] {
  return attendees
    .flatMap((attendee) => {
      const group = groups.find(({ groupId }) => groupId === seats[attendee.participationId]);
      return group ? [{ attendee, group }] : [];
    })
    .sort((a, b) => a.attendee.name.localeCompare(b.attendee.name));
}

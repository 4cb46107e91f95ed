import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { Role } from "~/app/domain/assembly/role";
import { liveRights } from "~/app/domain/deliberation/live-rights";
import {
  type Attendee,
  emptyFloor,
  type Floor,
  type LiveState,
  type Round,
} from "~/app/domain/deliberation/live-state";
import { followedStreams } from "~/app/domain/deliberation/streams";
import type { Id, ParticipationId } from "~/app/domain/kernel/ids";
import type { LiveSession } from "../browser/live/live-session";

const id = <Noun extends string>(text: string): Id<Noun> => text as Id<Noun>;
export const participationId = (text: string): ParticipationId => id<"participation">(text);

/** A member with a seat, or with `role` somebody of the team. */
export function anAttendee(
  name: string,
  seat: number | null,
  role: Role = seat === null ? "facilitator" : "member",
): Attendee {
  return { participationId: participationId(name.toLowerCase()), role, seat, name };
}

/** Who waits since when: `aQueue(["karim", 1], ["léa", 2])`. */
export function aQueue(...waiting: readonly (readonly [string, number])[]): Floor["queue"] {
  return waiting.map(([name, askedAtMs]) => ({
    entryId: id<"queue-entry">(`entry-${name}`),
    participationId: participationId(name),
    askedAtMs,
  }));
}

/** Two groups, who sits in them, and who leads the first. */
export function aRound(seats: Readonly<Record<string, 1 | 2>>, facilitator: string | null = null): Round {
  const groups = [1, 2].map((number) => ({
    groupId: id<"group">(`group-${number}`),
    number,
    facilitatorId: number === 1 && facilitator ? participationId(facilitator) : null,
  }));
  const placed = Object.entries(seats).map(([name, number]) => [participationId(name), id<"group">(`group-${number}`)]);
  return { roundId: id("round"), ordinal: 1, agendaItemId: null, groups, seats: Object.fromEntries(placed) };
}

interface Looking {
  readonly as: string;
  readonly role?: Role;
}

/** A running session of four members, during deliberation, as somebody sees it. */
export function aLiveState({ as, role = "member" }: Looking, session: Partial<LiveState["session"]> = {}): LiveState {
  const assemblyId = id<"assembly">("assembly");
  const openPhases: readonly PhaseKind[] = ["deliberation"];
  const held = { participationId: participationId(as), role };
  return {
    me: {
      personId: id("person"),
      name: as,
      participations: [held],
      openPhases,
      may: liveRights({ kind: "person", participations: [{ ...held, assemblyId }] }, { assemblyId, openPhases }),
    },
    session: {
      sessionId: id("session"),
      assemblyId,
      title: { fr: "Délibérer", en: "Deliberate" },
      state: "running",
      agenda: [{ itemId: id("item"), mode: "plenary", minutes: 15, title: { fr: "Accueil" }, prompt: {} }],
      currentItemId: id("item"),
      itemEndsAtMs: null,
      attendees: [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Sonia", 4)],
      round: null,
      lastRound: null,
      floor: emptyFloor,
      ...session,
    },
    groups: {},
    help: [],
    groupCalls: {},
  };
}

/** What a page holds; `asked` collects what it sends. */
export function aLiveSession(state: LiveState, present: readonly string[], asked: unknown[] = []): LiveSession {
  return {
    state,
    standings: new Map(followedStreams(state).map((stream) => [stream, { kind: "shown" }])),
    roomOffer: null,
    presence: new Set(present.map(participationId)),
    connection: "online",
    offsetMs: 0,
    send: async (name, input) => {
      asked.push({ name, input });
      return { ok: true, value: null };
    },
    sent: [],
    isPending: () => false,
    dismiss: () => {},
  };
}

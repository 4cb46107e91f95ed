import type { Role } from "~/app/domain/assembly/role";
import { liveRights } from "~/app/domain/deliberation/live-rights";
import type { Attendee, Floor, LiveState, Round } from "~/app/domain/deliberation/live-state";
import { followedStreams } from "~/app/domain/deliberation/streams";
import {
  agendaItem,
  anAgendaItem,
  anEntry,
  aSession,
  anAttendee as attendeeCalled,
  participation,
  aRound as roundOf,
  someMe,
} from "~/app/domain/testing/live";
import type { LiveSession } from "../browser/live/live-session";

/** A member with a seat, or with `role` somebody of the team. */
export function anAttendee(
  name: string,
  seat: number | null,
  role: Role = seat === null ? "facilitator" : "member",
): Attendee {
  return { ...attendeeCalled(name.toLowerCase(), role), seat, name };
}

/** Who waits since when: `aQueue(["karim", 1], ["léa", 2])`. */
export function aQueue(...waiting: readonly (readonly [string, number])[]): Floor["queue"] {
  return waiting.map(([name, askedAtMs]) => anEntry(name, askedAtMs));
}

/** Two groups, who sits in them, and who leads the first. */
export function aRound(seats: Readonly<Record<string, 1 | 2>>, facilitator: string | null = null): Round {
  const at = (table: 1 | 2) => Object.keys(seats).filter((name) => seats[name] === table);
  const led = facilitator === null ? {} : { "group-1": facilitator };
  return { ...roundOf({ "group-1": at(1), "group-2": at(2) }, led), agendaItemId: null };
}

interface Looking {
  readonly as: string;
  readonly role?: Role;
}

/** A running session of four members, during deliberation, as somebody sees it. */
export function aLiveState({ as, role = "member" }: Looking, changes: Partial<LiveState["session"]> = {}): LiveState {
  const session = aSession({
    title: { fr: "Délibérer", en: "Deliberate" },
    agenda: [{ ...anAgendaItem("item", "plenary", 15), title: { fr: "Accueil" } }],
    currentItemId: agendaItem("item"),
    itemEndsAtMs: null,
    attendees: [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Sonia", 4)],
    ...changes,
  });
  const { assemblyId } = session;
  const me = someMe([[as, role]]);
  const participations = me.participations.map((held) => ({ ...held, assemblyId }));
  const may = liveRights({ kind: "person", participations }, { assemblyId, openPhases: me.openPhases });
  return { me: { ...me, name: as, may }, session, groups: {}, help: [], groupCalls: {} };
}

/** What a page holds; `asked` collects what it sends. */
export function aLiveSession(state: LiveState, present: readonly string[], asked: unknown[] = []): LiveSession {
  return {
    state,
    standings: new Map(followedStreams(state).map((stream) => [stream, { kind: "shown" }])),
    roomOffer: null,
    presence: new Set(present.map(participation)),
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

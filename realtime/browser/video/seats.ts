import type { ParticipationId } from "~/app/domain/kernel/ids";

/** One connection to a room, as far as a seat is concerned. A person may have several: a phone and a laptop. */
export interface Connection<Picture, Voice> {
  readonly identity: string;
  readonly participationId: ParticipationId;
  readonly name: string;
  /** From this page. */
  readonly isHere: boolean;
  readonly joinedAtMs: number;
  readonly speaking: boolean;
  readonly microphoneOn: boolean;
  /** What this page gets of it. */
  readonly picture: Picture | null;
  /** The picture stands still: nothing comes of it any more. */
  readonly frozen: boolean;
  readonly voice: Voice | null;
  /** Nothing that should come in from there comes in any more. */
  readonly lost: boolean;
}

/** The connections of one person: one at least. */
type Together<Picture, Voice> = [Connection<Picture, Voice>, ...Connection<Picture, Voice>[]];

/** One person in the room: one picture and one voice, however many devices they have there. */
export interface TakenSeat<Picture, Voice> {
  readonly participationId: ParticipationId;
  readonly name: string;
  readonly isMe: boolean;
  readonly speaking: boolean;
  readonly microphoneOn: boolean;
  readonly picture: Picture | null;
  /** The picture stands still: it is kept, and not shown. */
  readonly frozen: boolean;
  /** What is played of them; null for oneself: nobody hears their own other device. */
  readonly voice: Voice | null;
  /** Nothing comes from them any more, though they send: their line is lost. */
  readonly lost: boolean;
}

/**
 * The seats of a room, oneself first. Who came last stands for the person, where they have what is wanted: everybody sees the same one of
 * two cameras. `own` are all roles of the person who looks: a second role on another device is theirs too.
 */
export function takenSeats<Picture, Voice>(
  connections: readonly Connection<Picture, Voice>[],
  own: ReadonlySet<ParticipationId>,
): readonly TakenSeat<Picture, Voice>[] {
  const seats = new Map<ParticipationId, Together<Picture, Voice>>();
  for (const connection of [...connections].sort(lastFirst)) {
    const seat = seats.get(connection.participationId);
    if (seat) seat.push(connection);
    else seats.set(connection.participationId, [connection]);
  }
  const taken = [...seats.values()].map((seat) => takenBy(seat, own));
  return [...taken.filter(({ isMe }) => isMe), ...taken.filter(({ isMe }) => !isMe)];
}

type Joined = Pick<Connection<unknown, unknown>, "joinedAtMs" | "identity">;

/** By identity where two came at once, so that every page finds the same order. */
const lastFirst = (one: Joined, other: Joined): number =>
  other.joinedAtMs - one.joinedAtMs || (one.identity < other.identity ? -1 : 1);

function takenBy<Picture, Voice>(
  seat: Readonly<Together<Picture, Voice>>,
  own: ReadonlySet<ParticipationId>,
): TakenSeat<Picture, Voice> {
  const [{ participationId, name }] = seat;
  const isMe = own.has(participationId) || seat.some(({ isHere }) => isHere);
  const heard =
    seat.find((each) => each.microphoneOn && each.voice !== null) ?? seat.find(({ voice }) => voice !== null);
  const shown =
    seat.find((each) => each.picture !== null && !each.frozen) ?? seat.find(({ picture }) => picture !== null);
  return {
    participationId,
    name,
    isMe,
    speaking: seat.some(({ speaking }) => speaking),
    microphoneOn: seat.some(({ microphoneOn }) => microphoneOn),
    picture: shown?.picture ?? null,
    frozen: shown?.frozen ?? false,
    voice: isMe ? null : (heard?.voice ?? null),
    lost: seat.every(({ lost }) => lost),
  };
}

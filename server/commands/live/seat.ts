import type { GroupId, ParticipationId } from "~/app/domain/kernel/ids";
import { saveSeat } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Live } from "./in-session";

/** Writes a seat of the open round. */
export async function seat(
  { tx, session, now }: Live,
  participationId: ParticipationId,
  groupId: GroupId,
): Promise<void> {
  if (session.roundId === null) throw new Error("no round is open");
  await saveSeat(tx, { roundId: session.roundId, participationId, groupId, placedAt: now });
  await changeLiveSession(tx, session, {});
}

import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { Round } from "~/app/domain/deliberation/live-state";
import { openRound } from "~/app/domain/deliberation/open-round";
import { entriesOf } from "~/app/domain/kernel/entries-of";
import { type CommandId, type DocumentId, newId, type RoundId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findLastRound, insertRound, listItemNotes } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { inSession, type Live, sessionFact } from "./in-session";
import { closeFloor } from "./on-floor";

/**
 * Splits the plenary into groups with a facilitator and notes each: a table finds the notes that its number has written for this item.
 * The plenary's queue waits for the return.
 */
export function splitIntoGroups(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, present, groupSize }: LiveCommands["split-into-groups"],
): Promise<Result<{ readonly roundId: RoundId }>> {
  return inSession(caller, { commandId, action: "groups.split", right: "session.run", sessionId }, async (live) => {
    const { tx, session, assembly } = live;
    const ordinal = ((await findLastRound(tx, sessionId))?.ordinal ?? 0) + 1;
    const hall = await loadHall(tx, session);
    const order = { session: hall, present, groupSize: groupSize ?? assembly.groupSize, ordinal };
    const opened = openRound(order, caller.app.random);
    if (!opened.ok) return opened;
    const round = opened.value;
    const floorFacts = await closeFloor(live, null, "stay");
    await saveRound(live, round);
    await changeLiveSession(tx, session, { roundId: round.roundId });
    const opening = sessionFact(sessionId, { type: "round-opened", payload: round });
    return accept({
      value: { roundId: round.roundId },
      facts: [...floorFacts, opening, ...(await carryCalls(live, round.roundId))],
      data: { round: ordinal, groups: round.groups.length, seated: Object.keys(round.seats).length },
    });
  });
}

async function saveRound({ tx, session, caller, now }: Live, round: Round): Promise<void> {
  const { roundId, ordinal, agendaItemId, groups, seats } = round;
  const { id: sessionId } = session;
  const written = agendaItemId ? await listItemNotes(tx, { sessionId, agendaItemId }) : new Map<number, DocumentId>();
  await insertRound(tx, {
    round: { id: roundId, sessionId, agendaItemId, ordinal, startedAt: now, endedAt: null },
    groups: groups.map(({ groupId, number, facilitatorId }) => ({
      id: groupId,
      roundId,
      number,
      facilitatorId,
      documentId: written.get(number) ?? newId<"document">(caller.app.random),
      moreMs: null,
      moreSince: null,
      version: 1,
    })),
    seats: entriesOf(seats).map(([participationId, groupId]) => ({
      roundId,
      participationId,
      groupId,
      placedAt: now,
    })),
  });
}

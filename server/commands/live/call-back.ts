import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { carryCalls } from "./carry-calls";
import { closeRound } from "./close-round";
import { done, inSession } from "./in-session";

/** Calls everyone back to the plenary. A round that is over already stays so. */
export function callBack(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, roundId }: LiveCommands["call-back"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "groups.call-back", right: "session.run", sessionId }, async (live) => {
    const { tx, session } = live;
    if (session.roundId !== roundId) return done(null);
    const facts = await closeRound(live);
    await changeLiveSession(tx, session, { roundId: null });
    return done(null, [...facts, ...(await carryCalls(live, null))]);
  });
}

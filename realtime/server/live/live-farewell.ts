import { liveTurnedAway } from "../../protocol/close-codes";
import type { Farewell, TurnedAway } from "../turn-away";

/** A page hears of it as an error of connecting: Engine.IO's opening packet and Socket.IO's refusal, without a session behind them. */
export function liveFarewell(why: TurnedAway): Farewell {
  const opening = { sid: "none", upgrades: [], pingInterval: 10_000, pingTimeout: 8_000, maxPayload: 1_024 };
  return {
    frames: [`0${JSON.stringify(opening)}`, `44${JSON.stringify({ message: why })}`],
    code: liveTurnedAway[why],
    reason: why,
  };
}

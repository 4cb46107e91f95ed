import { documentClosed } from "../../protocol/close-codes";
import type { Farewell, TurnedAway } from "../turn-away";

/** A document's page reads the code with which its connection is closed, and the refusal's code in the reason. */
export function documentFarewell(why: TurnedAway): Farewell {
  switch (why) {
    case "signed-out":
      return { frames: [], code: documentClosed.signInNeeded, reason: "sign-in-needed" };
    case "too-many-connections":
      return { frames: [], code: documentClosed.tooMany, reason: why };
  }
}

import type { HelpFact } from "~/app/domain/deliberation/facts";
import { cockpitStream, personStream } from "~/app/domain/deliberation/streams";
import type { PersonId, SessionId } from "~/app/domain/kernel/ids";
import type { FactNote } from "../kernel/carry-out";
import { helpFact } from "./in-session";

/** The same fact for those who answer, and for the person who called. */
export function helpFacts(sessionId: SessionId, caller: PersonId, fact: HelpFact): readonly FactNote[] {
  return [helpFact(cockpitStream(sessionId), fact), helpFact(personStream(sessionId, caller), fact)];
}

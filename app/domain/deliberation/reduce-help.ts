import type { HelpFact } from "./facts";
import type { HelpCall, HelpCallId } from "./live-state";

/** Applies one fact to the calls for help. Null for a fact this page does not know: fetch the snapshot. */
export function reduceHelp(calls: readonly HelpCall[], fact: HelpFact): readonly HelpCall[] | null {
  switch (fact.type) {
    case "help-called":
      return [...calls, fact.payload].sort(byCalling);
    case "help-carried":
      return [...without(calls, fact.payload.callId), fact.payload].sort(byCalling);
    case "help-gone":
      return without(calls, fact.payload.callId);
    case "help-moved": {
      const { callId, progress } = fact.payload;
      return calls.map((call) => (call.callId === callId ? { ...call, progress } : call));
    }
    default:
      return unknownFact(fact);
  }
}

/** Who has waited longest first. */
export function byCalling(a: HelpCall, b: HelpCall): number {
  return a.calledAtMs - b.calledAtMs || (a.callId < b.callId ? -1 : 1);
}

const without = (calls: readonly HelpCall[], callId: HelpCallId) => calls.filter((call) => call.callId !== callId);

function unknownFact(_fact: never): null {
  return null;
}

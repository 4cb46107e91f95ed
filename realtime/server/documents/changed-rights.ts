import { groupStream } from "~/app/domain/deliberation/streams";
import type { WrittenFact } from "~/server/announcer/announcer";

/** Whose texts a fact concerns that changes who reads or writes them. What changes for one person alone closes their connections. */
function concerned(fact: WrittenFact): readonly string[] {
  switch (fact.type) {
    case "text-locked":
    case "text-unlocked":
    case "author-added":
    case "session-closed":
    // Those who wrote these notes in an earlier round hang on the groups of that one, and on the session.
    case "round-opened":
      return [fact.stream];
    case "member-placed": {
      const { groupId, leftGroupId } = fact.payload;
      return [groupId, leftGroupId].flatMap((id) => (id === null ? [] : groupStream(id)));
    }
    case "facilitator-assigned":
      return [groupStream(fact.payload.groupId)];
    default:
      return [];
  }
}

/** The sessions, groups and texts in which somebody may read or write from now on what they could not, or no longer what they could. */
export function changedRights(facts: readonly WrittenFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(concerned));
}

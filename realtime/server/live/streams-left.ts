import { callsStream, groupStream } from "~/app/domain/deliberation/streams";
import type { GroupId } from "~/app/domain/kernel/ids";
import type { WrittenFact } from "~/server/announcer/announcer";

/** The streams of the groups that somebody left, or leads no more, by these facts. */
export function streamsLeft(facts: readonly WrittenFact[]): readonly string[] {
  const groups = facts.flatMap((fact) => groupLeft(fact) ?? []);
  return [...new Set(groups)].flatMap((groupId) => [groupStream(groupId), callsStream(groupId)]);
}

function groupLeft(fact: WrittenFact): GroupId | null {
  switch (fact.type) {
    case "member-placed":
      return fact.payload.leftGroupId;
    case "facilitator-assigned":
      return fact.payload.formerId === null ? null : fact.payload.groupId;
    default:
      return null;
  }
}

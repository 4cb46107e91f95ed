import type { DocumentFact } from "~/app/domain/assembly/facts";
import type { GroupFact, SessionFact } from "~/app/domain/deliberation/facts";
import { groupStream } from "~/app/domain/deliberation/streams";
import type { WrittenFact } from "~/server/announcer/announcer";

type Changing = DocumentFact | SessionFact | GroupFact;
type PayloadOf<Type extends SessionFact["type"]> = Extract<SessionFact, { readonly type: Type }>["payload"];

/** The facts that change who reads or writes a text, with whose texts these are. What changes for one person alone closes their connections. */
const concerned = {
  "text-locked": ({ stream }) => [stream],
  "text-unlocked": ({ stream }) => [stream],
  "author-added": ({ stream }) => [stream],
  "session-closed": ({ stream }) => [stream],
  // Those who wrote these notes in an earlier round hang on the groups of that one, and on the session.
  "round-opened": ({ stream }) => [stream],
  "member-placed": ({ payload }) => {
    const { groupId, leftGroupId } = payload as PayloadOf<"member-placed">;
    return [groupId, leftGroupId].flatMap((id) => (id === null ? [] : groupStream(id)));
  },
  "facilitator-assigned": ({ payload }) => [groupStream((payload as PayloadOf<"facilitator-assigned">).groupId)],
} as const satisfies Partial<Record<Changing["type"], (fact: WrittenFact) => readonly string[]>>;

/** The sessions, groups and texts in which somebody may read or write from now on what they could not, or no longer what they could. */
export function changedRights(facts: readonly WrittenFact[]): ReadonlySet<string> {
  const changes: Partial<Record<string, (fact: WrittenFact) => readonly string[]>> = concerned;
  return new Set(facts.flatMap((fact) => changes[fact.type]?.(fact) ?? []));
}

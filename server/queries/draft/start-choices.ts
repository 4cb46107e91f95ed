import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, GroupId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { seatedIn } from "~/db/repositories/breakout";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type GroupName, namedGroups } from "./group-names";
import { type IdeaChoice, ideaChoices } from "./idea-choices";

export interface StartChoices {
  /** The groups for which the asker may begin a recommendation, the latest first. */
  readonly groups: readonly (GroupName & { readonly id: GroupId })[];
  readonly ideas: readonly IdeaChoice[];
}

/** What a recommendation can be begun from. */
export async function startChoices({ app, actor }: Caller, assemblyId: AssemblyId): Promise<Result<StartChoices>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "recommendation.start", assemblyId });
  if (!authorised.ok) return authorised;
  const groups: (GroupName & { readonly id: GroupId })[] = [];
  for (const { facilitatorId, ...group } of (await namedGroups(main, assemblyId)).values()) {
    const scope = { ...authorised.value.scope, group: { facilitatorId, seated: await seatedIn(main, group.id) } };
    if (permits(actor, "recommendation.start", scope).ok) groups.push(group);
  }
  return accept({ groups: groups.reverse(), ideas: await ideaChoices(main, assemblyId) });
}

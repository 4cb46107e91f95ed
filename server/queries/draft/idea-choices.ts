import type { AssemblyId, GroupId, IdeaId, ParticipationId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import type { Main } from "~/db/connect";
import { listAssemblyIdeas } from "~/db/repositories/idea";
import { listParticipants } from "~/db/repositories/participation";
import { type GroupName, namedGroups } from "./group-names";

/** An idea kept in a group, with the names of those who brought it. */
export interface IdeaChoice {
  readonly id: IdeaId;
  readonly text: string;
  readonly language: Locale;
  readonly groupId: GroupId;
  readonly group: GroupName | null;
  readonly authors: readonly string[];
}

/** Every idea kept in the assembly's groups, the first kept first. */
export async function ideaChoices(db: Main, assemblyId: AssemblyId): Promise<IdeaChoice[]> {
  const groups = await namedGroups(db, assemblyId);
  const names = new Map<ParticipationId, string>(
    (await listParticipants(db, assemblyId)).map(({ id, name }) => [id, name]),
  );
  return (await listAssemblyIdeas(db, assemblyId)).map(({ id, text, language, groupId, authorIds }) => ({
    id,
    text,
    language,
    groupId,
    group: groups.get(groupId) ?? null,
    authors: authorIds.flatMap((authorId) => names.get(authorId) ?? []),
  }));
}

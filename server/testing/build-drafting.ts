import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import type { TextField } from "~/app/domain/drafting/revision-content";
import { type GroupId, type IdeaId, newId, type RecommendationId } from "~/app/domain/kernel/ids";
import { insertRound } from "~/db/repositories/breakout";
import { insertIdea } from "~/db/repositories/idea";
import { findRecommendation, type RecommendationRow } from "~/db/repositories/recommendation";
import { startRecommendation } from "../commands/draft/start-recommendation";
import type { BuiltAssembly, Somebody } from "./build-assembly";
import type { World } from "./test-app";

/** A group of the first session where these members sit, and one idea each that was kept there. */
export async function buildGroup(
  world: World,
  { assemblyId, sessions, facilitators }: BuiltAssembly,
  members: readonly Somebody[],
): Promise<{ readonly groupId: GroupId; readonly ideaIds: readonly IdeaId[] }> {
  const { main } = world.app.stores;
  const at = world.clock.now();
  const [session] = sessions;
  if (!session) throw new Error("the assembly has no session");
  const roundId = newId<"breakout-round">(world.random);
  const groupId = newId<"group">(world.random);
  await insertRound(main, {
    round: { id: roundId, sessionId: session.id, agendaItemId: null, ordinal: 1, startedAt: at, endedAt: null },
    groups: [
      {
        id: groupId,
        roundId,
        number: 1,
        facilitatorId: facilitators[0]?.participationId ?? null,
        documentId: newId<"document">(world.random),
        moreMs: null,
        moreSince: null,
        version: 1,
      },
    ],
    seats: members.map(({ participationId }) => ({ roundId, participationId, groupId, placedAt: at })),
  });
  const ideaIds: IdeaId[] = [];
  for (const { participationId, name } of members) {
    const id = newId<"idea">(world.random);
    await insertIdea(
      main,
      {
        id,
        assemblyId,
        sessionId: session.id,
        groupId,
        text: `L’idée de ${name}`,
        language: "fr",
        keptBy: participationId,
        keptAt: at,
        droppedAt: null,
      },
      [participationId],
    );
    ideaIds.push(id);
  }
  return { groupId, ideaIds };
}

/** A recommendation that a member begins alone. */
export async function buildDraft(
  world: World,
  { assemblyId }: BuiltAssembly,
  author: Somebody,
): Promise<RecommendationRow> {
  const started = await startRecommendation(author, world.commandId(), {
    assemblyId,
    groupId: null,
    ideaIds: [],
    title: "Un fonds de garantie",
    language: "fr",
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return readDraft(world, started.value.recommendationId);
}

export async function readDraft(world: World, id: RecommendationId): Promise<RecommendationRow> {
  const row = await findRecommendation(world.app.stores.main, id);
  if (!row) throw new Error(`no recommendation ${id}`);
  return row;
}

/** One paragraph for a field, as an update that an editor would send. */
export function aParagraph(field: TextField, words: string): Uint8Array {
  const doc = new Doc();
  const paragraph = new XmlElement("paragraph");
  paragraph.insert(0, [new XmlText(words)]);
  doc.getXmlFragment(field).insert(0, [paragraph]);
  return encodeStateAsUpdate(doc);
}

/** Writes a paragraph into the shared text as this person; answers its sequence. */
export function writeParagraph(
  world: World,
  { assemblyId, documentId }: RecommendationRow,
  { by, field = "action", words }: { readonly by: Somebody; readonly field?: TextField; readonly words: string },
): Promise<number> {
  return world.app.documents.write(
    { documentId, assemblyId, kind: "recommendation" },
    by.personId,
    aParagraph(field, words),
  );
}

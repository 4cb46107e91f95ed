import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { DocumentId, RecommendationId } from "~/app/domain/kernel/ids";
import { findRecommendation } from "~/db/repositories/recommendation";
import { addAuthor } from "~/server/commands/draft/add-author";
import { startRecommendation } from "~/server/commands/draft/start-recommendation";
import { callBack } from "~/server/commands/live/call-back";
import { splitIntoGroups } from "~/server/commands/live/split-into-groups";
import { liveSession } from "~/server/queries/live/live-session";
import { at, value } from "~/server/testing/build-live";
import { type LiveWorld, liveWorld } from "../../testing/live-world";
import { rawConnection, type SharedText, sharedText } from "../../testing/shared-text";
import { DocumentConnection } from "./document-connection";

let world: LiveWorld;
let shared: SharedText;
beforeAll(async () => {
  world = await liveWorld("changed-rights");
  shared = await sharedText(world);
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => world.dispose());

async function begun(title: string): Promise<{ id: RecommendationId; documentId: DocumentId }> {
  const { live, writers } = shared;
  const begin = { assemblyId: live.assemblyId, groupId: null, ideaIds: [], title, language: "fr" } as const;
  const author = world.online(at(writers, 0));
  const { recommendationId } = value(await startRecommendation(author, world.commandId(), begin));
  const row = await findRecommendation(world.app.stores.main, recommendationId);
  if (!row) throw new Error("no recommendation");
  return { id: row.id, documentId: row.documentId };
}

test("a fact asks anew about the texts whose rights it changes, and about no other that is open", async () => {
  const { live, documentId, writers, outsider } = shared;
  const [one, other] = [await begun("Le fleuve"), await begun("La forêt")];
  const sockets = [];
  for (const [client, open] of [documentId, one.documentId, other.documentId].entries()) {
    sockets.push(await rawConnection(world, { documentId: open, writers }, client + 1));
  }
  const asked = vi.spyOn(DocumentConnection.prototype, "recheck");
  const author = world.online(at(writers, 0));
  await begun("Encore une");
  expect(asked).not.toHaveBeenCalled();
  const { assemblyId } = live;
  const { participationId } = outsider;
  value(await addAuthor(author, world.commandId(), { assemblyId, recommendationId: one.id, participationId }));
  expect(asked).toHaveBeenCalledOnce();
  for (const socket of sockets) socket.terminate();
});

test("a table's notes that a new round takes up are asked about anew where they are open since the round before", async () => {
  const { live, documentId, writers } = shared;
  const { sessionId } = live;
  const organiser = world.online(live.organiser);
  const roundId = value(await liveSession(live.organiser, sessionId)).session.round?.roundId;
  if (!roundId) throw new Error("no round is open");
  value(await callBack(organiser, world.commandId(), { sessionId, roundId }));
  const socket = await rawConnection(world, { documentId, writers }, 9);
  const asked = vi.spyOn(DocumentConnection.prototype, "recheck");
  value(await splitIntoGroups(organiser, world.commandId(), { sessionId, present: null, groupSize: 2 }));
  expect(asked).toHaveBeenCalledOnce();
  socket.terminate();
});

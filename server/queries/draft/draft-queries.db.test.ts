import { afterEach, beforeEach, expect, test } from "vitest";
import { plainText } from "~/app/domain/drafting/rich-text";
import { lockRecommendation } from "../../commands/draft/lock-recommendation";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { buildDraft, buildGroup, writeParagraph } from "../../testing/build-drafting";
import { type TestApp, testApp } from "../../testing/test-app";
import { booklet } from "./booklet";
import { recommendationList } from "./recommendation-list";
import { recommendationPage } from "./recommendation-page";
import { startChoices } from "./start-choices";

let world: TestApp;
let built: BuiltAssembly;
let author: Somebody;
let other: Somebody;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, facilitators: 1, seats: 2, phase: "drafting" });
  const [first, second] = built.members;
  if (!first || !second) throw new Error("no members");
  author = first;
  other = second;
});
afterEach(() => world.dispose());

function accepted<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

test("everyone of the assembly reads every recommendation; its authors write it", async () => {
  const draft = await buildDraft(world, built, author);
  const order = { assemblyId: built.assemblyId, recommendationId: draft.id };
  expect(accepted(await recommendationPage(author, order))).toMatchObject({
    mayWrite: true,
    mayLock: true,
    missing: ["action-missing"],
  });
  expect(accepted(await recommendationPage(other, order))).toMatchObject({ mayWrite: false, mayLock: false });
  const seen = accepted(await recommendationList(await built.join("observer"), built.assemblyId));
  expect(seen).toMatchObject({
    mayStart: false,
    recommendations: [{ number: 1, isMine: false, authors: [author.name] }],
  });
  const stranger = await world.as(await world.person("Une inconnue"));
  expect(await recommendationList(stranger, built.assemblyId)).toMatchObject({ refusal: { code: "assembly-unknown" } });
});

test("the booklet shows a draft as it is stored, and a locked text as it was frozen", async () => {
  const draft = await buildDraft(world, built, author);
  await writeParagraph(world, draft, { by: author, words: "Créer un fonds." });
  const [before] = accepted(await booklet(other, built.assemblyId));
  expect(before).toMatchObject({ number: 1, state: "draft" });
  expect(before && plainText(before.content.action)).toBe("Créer un fonds.");
  accepted(
    await lockRecommendation(author, world.commandId(), { assemblyId: built.assemblyId, recommendationId: draft.id }),
  );
  const [after] = accepted(await booklet(other, built.assemblyId));
  expect(after).toMatchObject({ state: "locked", content: before?.content });
  const page = accepted(
    await recommendationPage(built.organiser, { assemblyId: built.assemblyId, recommendationId: draft.id }),
  );
  expect(page).toMatchObject({ state: "locked", mayWrite: false, mayLock: false, mayUnlock: true });
});

test("a recommendation can be begun for one's own groups, from the ideas of all", async () => {
  const { groupId, ideaIds } = await buildGroup(world, built, [author]);
  expect(accepted(await startChoices(author, built.assemblyId))).toMatchObject({
    groups: [{ id: groupId, number: 1 }],
    ideas: [{ id: ideaIds[0], authors: [author.name] }],
  });
  const others = accepted(await startChoices(other, built.assemblyId));
  expect(others.groups).toEqual([]);
  expect(others.ideas).toHaveLength(1);
});

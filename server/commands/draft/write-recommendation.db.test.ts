import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FieldEdits } from "~/app/domain/drafting/row-fields";
import { type GroupId, type IdeaId, newId, type RecommendationId } from "~/app/domain/kernel/ids";
import { authorIdsOf } from "~/db/repositories/recommendation-author";
import { linkedIdeaIds } from "~/db/repositories/recommendation-idea";
import type { Caller } from "../../context";
import { type BuiltAssembly, buildAssembly, type Somebody } from "../../testing/build-assembly";
import { buildDraft, buildGroup, readDraft } from "../../testing/build-drafting";
import { type TestApp, testApp } from "../../testing/test-app";
import { addAuthor } from "./add-author";
import { editFields } from "./edit-fields";
import { linkIdea } from "./link-idea";
import { startRecommendation } from "./start-recommendation";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 4, facilitators: 1, seats: 4, phase: "drafting" });
});
afterEach(() => world.dispose());

const code = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? "accepted" : (result.refusal?.code ?? "");

const member = (at: number): Somebody => {
  const found = built.members[at];
  if (!found) throw new Error(`no member ${at}`);
  return found;
};

const start = (
  caller: Caller,
  more: { groupId?: GroupId | null; ideaIds?: readonly IdeaId[] } = {},
  commandId = world.commandId(),
) =>
  startRecommendation(caller, commandId, {
    assemblyId: built.assemblyId,
    groupId: null,
    ideaIds: [],
    title: "Un fonds",
    language: "fr",
    ...more,
  });

describe("starting a recommendation", () => {
  test("for a group: those who sit there write it, and it comes from the ideas that were chosen", async () => {
    const { groupId, ideaIds } = await buildGroup(world, built, [member(0), member(1)]);
    const started = await start(member(0), { groupId, ideaIds });
    if (!started.ok) throw new Error(started.refusal.code);
    const { recommendationId, number } = started.value;
    expect(number).toBe(1);
    const { main } = world.app.stores;
    const seated = [member(0).participationId, member(1).participationId];
    expect((await authorIdsOf(main, recommendationId)).sort()).toEqual(seated.sort());
    expect([...((await linkedIdeaIds(main, [recommendationId])).get(recommendationId) ?? [])].sort()).toEqual(
      [...ideaIds].sort(),
    );
    expect(world.announced.at(-1)?.type).toBe("recommendation-started");
  });

  test("alone: the member who begins writes it; an organiser who begins does not", async () => {
    const alone = await buildDraft(world, built, member(2));
    expect(await authorIdsOf(world.app.stores.main, alone.id)).toEqual([member(2).participationId]);
    const started = await start(built.organiser);
    if (!started.ok) throw new Error(started.refusal.code);
    expect(started.value.number).toBe(2);
    expect(await authorIdsOf(world.app.stores.main, started.value.recommendationId)).toEqual([]);
  });

  test("numbers follow one another, also when four begin at once", async () => {
    const started = await Promise.all(built.members.map((one) => start(one)));
    expect(started.map((one) => (one.ok ? one.value.number : 0)).sort()).toEqual([1, 2, 3, 4]);
  });

  test("the same command again is answered, not repeated", async () => {
    const commandId = world.commandId();
    const first = await start(member(0), {}, commandId);
    expect(await start(member(0), {}, commandId)).toEqual(first);
    const next = await start(member(0));
    expect(next.ok && next.value.number).toBe(2);
  });

  test("is refused for another group, an unknown idea, a stranger, an expert, and outside the phases of writing", async () => {
    const { groupId } = await buildGroup(world, built, [member(0)]);
    expect(code(await start(member(3), { groupId }))).toBe("not-your-group");
    expect(code(await start(member(0), { groupId: newId<"group">(world.random) }))).toBe("group-unknown");
    expect(code(await start(member(0), { ideaIds: [newId<"idea">(world.random)] }))).toBe("idea-unknown");
    expect(code(await start(world.visitor()))).toBe("sign-in-needed");
    expect(code(await start(await world.as(await world.person("Une inconnue"))))).toBe("assembly-unknown");
    expect(code(await start(await built.join("expert")))).toBe("role-not-permitted");
    await built.open("decision");
    expect(code(await start(member(0)))).toBe("phase-not-open");
  });
});

describe("the fields", () => {
  const edit = (caller: Caller, recommendationId: RecommendationId, edits: FieldEdits) =>
    editFields(caller, world.commandId(), { assemblyId: built.assemblyId, recommendationId, edits });

  test("are written where they still hold what the writer saw", async () => {
    const draft = await buildDraft(world, built, member(0));
    const edits = { title: { from: draft.title, to: "Une caution" }, cost: { from: "", to: "2 M€" } };
    expect(code(await edit(member(0), draft.id, edits))).toBe("accepted");
    expect(await readDraft(world, draft.id)).toMatchObject({ title: "Une caution", cost: "2 M€", version: 2 });
  });

  test("that somebody else changed meanwhile are refused by name, and another field is not held up", async () => {
    const draft = await buildDraft(world, built, member(0));
    const facilitator = built.facilitators[0];
    if (!facilitator) throw new Error("no facilitator");
    expect(code(await edit(facilitator, draft.id, { title: { from: draft.title, to: "La caution" } }))).toBe(
      "accepted",
    );
    const late = await edit(member(0), draft.id, { title: { from: draft.title, to: "Le fonds" } });
    expect(late.ok ? null : late.refusal).toEqual({ code: "changed-meanwhile", field: "title" });
    expect(code(await edit(member(0), draft.id, { cost: { from: "", to: "2 M€" } }))).toBe("accepted");
    expect(await readDraft(world, draft.id)).toMatchObject({ title: "La caution", cost: "2 M€" });
  });

  test("two edits of one field at once: one is written, the other told", async () => {
    const draft = await buildDraft(world, built, member(0));
    const both = await Promise.all(["A", "B"].map((to) => edit(member(0), draft.id, { cost: { from: "", to } })));
    expect(both.map(code).sort()).toEqual(["accepted", "changed-meanwhile"]);
  });

  test("are for authors and facilitators of this assembly", async () => {
    const draft = await buildDraft(world, built, member(0));
    const edits = { cost: { from: "", to: "10" } };
    expect(code(await edit(member(1), draft.id, edits))).toBe("not-your-group");
    expect(code(await edit(built.organiser, draft.id, edits))).toBe("role-not-permitted");
    expect(code(await edit(world.visitor(), draft.id, edits))).toBe("sign-in-needed");
    expect(code(await edit(member(0), newId<"recommendation">(world.random), edits))).toBe("recommendation-unknown");
  });
});

describe("ideas and authors", () => {
  test("an idea is linked once, and the link can be taken away", async () => {
    const { ideaIds } = await buildGroup(world, built, [member(0)]);
    const [ideaId] = ideaIds;
    if (!ideaId) throw new Error("no idea");
    const draft = await buildDraft(world, built, member(0));
    const link = (linked: boolean, caller: Caller = member(0)) =>
      linkIdea(caller, world.commandId(), { assemblyId: built.assemblyId, recommendationId: draft.id, ideaId, linked });
    expect(code(await link(true, member(1)))).toBe("not-your-group");
    expect(code(await link(true))).toBe("accepted");
    expect(code(await link(true))).toBe("accepted");
    const { main } = world.app.stores;
    expect((await linkedIdeaIds(main, [draft.id])).get(draft.id)).toEqual([ideaId]);
    expect(code(await link(false))).toBe("accepted");
    expect((await linkedIdeaIds(main, [draft.id])).get(draft.id)).toEqual([]);
  });

  test("a member who is added may write; the team is not added", async () => {
    const draft = await buildDraft(world, built, member(0));
    const add = (caller: Caller, participationId: Somebody["participationId"]) =>
      addAuthor(caller, world.commandId(), {
        assemblyId: built.assemblyId,
        recommendationId: draft.id,
        participationId,
      });
    const edits = { cost: { from: "", to: "10" } };
    const order = { assemblyId: built.assemblyId, recommendationId: draft.id, edits };
    expect(code(await add(member(1), member(1).participationId))).toBe("not-your-group");
    expect(code(await add(built.organiser, (await built.join("expert")).participationId))).toBe("member-unknown");
    expect(code(await add(built.organiser, member(1).participationId))).toBe("accepted");
    expect(code(await editFields(member(1), world.commandId(), order))).toBe("accepted");
  });
});

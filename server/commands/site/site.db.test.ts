import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { RecommendationId } from "~/app/domain/kernel/ids";
import { findAssembly } from "~/db/repositories/assembly";
import { insertLockedRecommendation } from "~/db/testing/locked-recommendation";
import { siteBooklet } from "../../queries/site/site-booklet";
import { siteDraw, siteHome } from "../../queries/site/site-pages";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { recordResponse } from "./record-response";
import { setSiteOpen } from "./set-site-open";

let world: TestApp;
let built: BuiltAssembly;
let slug: string;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 2, phase: "recruitment" });
  slug = (await findAssembly(world.app.stores.main, built.assemblyId))?.slug ?? "";
});
afterEach(() => world.dispose());

const code = (result: { ok: boolean; refusal?: { code: string } }): string =>
  result.ok ? "accepted" : (result.refusal?.code ?? "");

const open = (isOpen = true) =>
  setSiteOpen(built.organiser, world.commandId(), { assemblyId: built.assemblyId, open: isOpen });

function answer(recommendationId: RecommendationId, answeredOn: Date) {
  const { assemblyId, organiser } = built;
  const order = { assemblyId, recommendationId, state: "accepted", text: { fr: "Oui." }, answeredOn } as const;
  return recordResponse(organiser, world.commandId(), order);
}

test("nobody reads the site before an organiser has opened it, nor after it was closed", async () => {
  expect(code(await siteHome(world.app, slug))).toBe("not-found");
  await open();
  expect(code(await siteHome(world.app, slug))).toBe("accepted");
  await open(false);
  expect(code(await siteHome(world.app, slug))).toBe("not-found");
});

test("each part becomes public with its phase", async () => {
  await open();
  expect(code(await siteDraw(world.app, slug))).toBe("part-not-public-yet");
  await built.open("deliberation");
  expect(code(await siteDraw(world.app, slug))).toBe("accepted");
  expect(code(await siteBooklet(world.app, slug))).toBe("part-not-public-yet");
  await built.open("publication");
  expect(code(await siteBooklet(world.app, slug))).toBe("accepted");
});

test("no member is named without their consent", async () => {
  await open();
  await built.open("publication");
  const drawn = await siteDraw(world.app, slug);
  expect(drawn.ok && drawn.value.names).toEqual([]);
});

test("the authority's answers are appended, never overwritten", async () => {
  await open();
  await built.open("publication");
  const id = await insertLockedRecommendation(world, built.assemblyId, { number: 1, title: "Un fonds" });
  const now = world.clock.now();
  await answer(id, new Date(now.getTime() - DAY_MS));
  await answer(id, now);
  const booklet = await siteBooklet(world.app, slug);
  expect(booklet.ok && booklet.value[0]?.answers).toHaveLength(2);
});

test("an answer of tomorrow and one to another assembly's recommendation are refused", async () => {
  await built.open("publication");
  const id = await insertLockedRecommendation(world, built.assemblyId, { number: 1, title: "Un fonds" });
  expect(code(await answer(id, new Date(world.clock.now().getTime() + DAY_MS)))).toBe("answer-in-the-future");
  expect(code(await answer("unknown" as RecommendationId, world.clock.now()))).toBe("recommendation-unknown");
});

test("a member cannot open the site", async () => {
  const [member] = built.members;
  if (!member) throw new Error("no member");
  const result = await setSiteOpen(member, world.commandId(), { assemblyId: built.assemblyId, open: true });
  expect(code(result)).toBe("role-not-permitted");
});

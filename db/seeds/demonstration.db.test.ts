import { afterEach, beforeEach, expect, test } from "vitest";
import { siteBooklet } from "~/server/queries/site/site-booklet";
import { siteDraw } from "~/server/queries/site/site-pages";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { demoPoints, firstWithMail, isDemoPoint, loadDemonstration } from "./demonstration";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const slug = "convention-etudiante-sur-le-logement";

test("the published demonstration has 48 members within the quotas, six voted recommendations and their answers", async () => {
  const links = await loadDemonstration(world.app, "published");
  expect(links.map(({ role }) => role)).toEqual([
    "organiser",
    "facilitator",
    "member",
    "expert",
    "technical-assistant",
    "guarantor",
  ]);
  const drawn = await siteDraw(world.app, slug);
  if (!drawn.ok) throw new Error(drawn.refusal.code);
  expect(drawn.value.seated).toBe(48);
  const outside = drawn.value.features.flatMap(({ rows }) =>
    rows.filter(({ seated, min, max }) => seated < min || seated > max),
  );
  expect(outside).toEqual([]);
  const booklet = await siteBooklet(world.app, slug);
  if (!booklet.ok) throw new Error(booklet.refusal.code);
  expect(booklet.value.map(({ result }) => result?.tally.outcome)).toEqual([
    "adopted",
    "adopted",
    "adopted",
    "adopted",
    "rejected",
    "adopted",
  ]);
  expect(booklet.value.filter(({ answers }) => answers.length > 0)).toHaveLength(5);
}, 120_000);

test("a sign-in link goes to the first who has an address", async () => {
  const [odette, karim] = [await world.person("Odette"), await world.person("Karim", "karim@example.org")];
  expect(await firstWithMail(world.app, [odette, undefined, karim])).toMatchObject({ name: "Karim" });
  expect(await firstWithMail(world.app, [odette])).toBeUndefined();
});

test("only the points that exist may be asked for", () => {
  expect(demoPoints.every(isDemoPoint)).toBe(true);
  expect(isDemoPoint("tomorrow")).toBe(false);
});

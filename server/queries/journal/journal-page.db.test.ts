import { afterEach, beforeEach, expect, test } from "vitest";
import { journalFilter, readJournalSearch } from "~/app/domain/assembly/journal-search";
import { DAY_MS } from "~/app/domain/kernel/clock";
import type { PhaseId } from "~/app/domain/kernel/ids";
import { advancePhase } from "../../commands/prepare/advance-phase";
import { undoPhase } from "../../commands/prepare/undo-phase";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { journalExport, journalPage } from "./journal-page";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1 });
});
afterEach(() => world.dispose());

const search = (asked: string) =>
  journalFilter(readJournalSearch(new URLSearchParams(asked)), { id: built.assemblyId, timeZone: "Europe/Paris" });
const actions = async (asked = "", who: Parameters<typeof journalPage>[0] = built.organiser) => {
  const answer = await journalPage(who, { ...search(asked), page: 1 });
  return answer.ok ? answer.value.entries.map(({ action }) => action) : answer.refusal.code;
};

async function advanceAndUndo(): Promise<void> {
  const { assemblyId, organiser } = built;
  const to = built.phases.find(({ kind }) => kind === "recruitment")?.id ?? ("" as PhaseId);
  world.clock.advance(DAY_MS);
  await advancePhase(organiser, world.commandId(), { assemblyId, seen: 1, to, keep: [] });
  world.clock.advance(DAY_MS);
  await undoPhase(organiser, world.commandId(), { assemblyId, seen: 2, reason: "Trop tôt" });
}

test("the newest entry comes first, with its data and the name of who did it", async () => {
  await advanceAndUndo();
  const answer = await journalPage(built.organiser, { ...search(""), page: 1 });
  expect(answer).toMatchObject({
    value: {
      entries: [
        { action: "phase.undo", actorName: "Claire Fontaine", data: { reason: "Trop tôt" } },
        { action: "phase.advance" },
        { action: "assembly.create" },
      ],
      hasMore: false,
      actions: ["assembly.create", "phase.advance", "phase.undo"],
      actors: [{ name: "Claire Fontaine" }],
    },
  });
});

test("it is searched by action and by day, the last day included", async () => {
  await advanceAndUndo();
  expect(await actions("action=phase.advance")).toEqual(["phase.advance"]);
  expect(await actions("from=2026-03-15&until=2026-03-15")).toEqual(["phase.advance"]);
  expect(await actions("until=2026-03-14")).toEqual(["assembly.create"]);
  expect(await actions(`person=${"n".repeat(22)}`)).toEqual([]);
});

test("what is not understood in the address is left out", () => {
  expect(readJournalSearch(new URLSearchParams("from=2026-02-30&page=-3&action="))).toEqual({ page: 1 });
});

test("an export holds every entry, whatever the page", async () => {
  await advanceAndUndo();
  const answer = await journalExport(built.organiser, search(""));
  expect(answer.ok && answer.value.entries).toHaveLength(3);
});

test("guarantors and scrutineers read it; members and strangers do not", async () => {
  const [member] = built.members;
  expect(await actions("", await built.join("guarantor"))).toEqual(["assembly.create"]);
  expect(await actions("", await built.join("scrutineer", "Une scrutatrice"))).toEqual(["assembly.create"]);
  expect(await actions("", member)).toBe("role-not-permitted");
  expect(await actions("", await world.organiser("Ailleurs"))).toBe("assembly-unknown");
});

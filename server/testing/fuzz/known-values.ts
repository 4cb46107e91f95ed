import type { Candidates } from "./from-schema";
import type { FuzzWorld } from "./fuzz-world";
import { type Home, homes } from "./ownership";

/** An id of ours that nothing has. */
export const unknownId = "AAAAAAAAAAAAAAAAAAAAAA";

/** Which table's ids a field or a part of an address names, where its name does not say it. */
const tableOf: Readonly<Record<string, string>> = {
  draw: "draw",
  run: "draw_run",
  item: "agenda_item",
  entry: "queue_entry",
  turn: "turn",
  round: "breakout_round",
  group: "round_group",
  call: "help_call",
  task: "learning_task",
  after: "phase",
  to: "phase",
  keep: "phase",
  letter: "invitation",
  basis: "quota",
  author: "participation",
  form: "team_link",
};

/** What a person could type or a page could hold, for fields that are no ids. */
export const plainValues: readonly unknown[] = [
  "Une phrase",
  "on",
  "yes",
  "no",
  "fr",
  "",
  "12",
  "1",
  "0",
  "0.5",
  "2026-03-14",
  "2026-03-14T09:30",
  "zoe@example.org",
  "https://example.org/page",
  "Europe/Paris",
  "123456",
  // A mark of what a form was filled from, and another one than is stored.
  "a".repeat(64),
  12,
  5,
  1,
  0,
];

/** "fromItemId" and "itemId" are about the same thing. */
const nounOf = (field: string): string => {
  const [noun = field] = /[A-Za-z]+$/.exec(field.replace(/(\[\])?$/, "").replace(/Ids?$/, "")) ?? [];
  const short = noun.replace(/^(from|to|seen)(?=[A-Z])/, "");
  return short.charAt(0).toLowerCase() + short.slice(1);
};

/** The ids that a field names: of this assembly first, of the other one too, and one that nothing has. */
export function idsFor(world: FuzzWorld, field: string, home: Home): readonly string[] {
  const { ownership, atFirst } = world;
  const noun = nounOf(field);
  const table = tableOf[noun] ?? noun.replace(/s$/, "").replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const other = homes.find((one) => one !== home) ?? home;
  const own = [...underWay(world, table, home), ...ownership.idsOf(table, home).slice(0, 12)];
  const shared = own.length > 0 ? [] : (atFirst.get(table) ?? []).slice(0, 6).map(({ id }) => String(id));
  return [...own, ...own, ...shared, ...ownership.idsOf(table, other).slice(0, 2), unknownId];
}

/** The session that runs and the vote that is open, several times over: most of what can be asked is about them. */
function underWay({ atFirst, ownership }: FuzzWorld, table: string, home: Home): string[] {
  const rows = (atFirst.get(table) ?? []).filter(({ state }) => state === "running" || state === "open");
  return rows.filter((row) => ownership.ownerOf(row) === home).flatMap(({ id }) => Array<string>(30).fill(String(id)));
}

/** Candidates for the fields of a form or a command that is about this assembly. */
export function candidatesIn(world: FuzzWorld, home: Home): Candidates {
  return (field) => [...idsFor(world, field, home), ...plainValues];
}

/** The values of one part of an address that lead somewhere, for this assembly; undefined when the part is not known here. */
export function partsFor(world: FuzzWorld, part: string, home: Home): readonly string[] | undefined {
  const columnOf = (table: string, column: string): string[] =>
    (world.atFirst.get(table) ?? [])
      .filter((row) => world.ownership.ownerOf(row) === home)
      .map((row) => String(row[column]));
  switch (part) {
    case "lang":
      return ["fr", "en"];
    case "assemblyId":
      return [world.assemblyIds[home]];
    case "slug":
      return columnOf("assembly", "slug");
    case "number":
      return [...columnOf("recommendation", "number"), "1"];
    case "stepKind":
      return ["material", "task"];
    case "stepId":
      return [...world.ownership.idsOf("material", home), ...world.ownership.idsOf("learning_task", home), "new"];
    case "drawId":
    case "sessionId":
    case "recommendationId":
    case "materialId":
    case "taskId":
    case "voteId":
      return idsFor(world, part, home);
    case "*":
      return ["nowhere", "nowhere/at/all"];
    default:
      return undefined;
  }
}

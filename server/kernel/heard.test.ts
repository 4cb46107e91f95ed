import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Moving, PageFactType } from "~/app/domain/assembly/facts";
import { assemblyStream, teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, Id, VoteId } from "~/app/domain/kernel/ids";
import type { FactNote } from "./carry-out";

/** Every fact of pages, and every thing that moves: the compiler asks for those that are new. */
const facts = {
  "phase-advanced": true,
  "session-started": true,
  "session-closed": true,
  "vote-opened": true,
  "vote-closed": true,
  "recommendation-started": true,
  "recommendation-locked": true,
  "recommendation-unlocked": true,
  "pool-imported": true,
  "draw-started": true,
  "draw-ended": true,
  "invitation-accepted": true,
  "invitation-declined": true,
  "invitation-unanswered": true,
  "invitation-withdrawn": true,
  "text-locked": true,
  "text-unlocked": true,
  "author-added": true,
  "fields-edited": true,
} satisfies Record<PageFactType, true>;
const moves = { draw: true, forecast: true, import: true, text: true, voices: true } satisfies Record<Moving, true>;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));

const sources = (folder: string, holds: RegExp): string[] =>
  filesIn(folder)
    .map((path) => readFileSync(path, "utf8"))
    .filter((text) => holds.test(text));

const written = ["server/commands", "server/documents"]
  .flatMap((folder) => sources(folder, /\b(assembly|team|document)Stream\(/))
  .join("\n");
const listening = sources("app/routes", /\buseListening\(/).join("\n");

test.each(Object.keys(facts))("%s is written by a command, and a page listens to it", (type) => {
  const answer = /^invitation-(accepted|declined)$/.test(type) ? "type: `invitation-$" : `type: "${type}"`;
  expect(written).toContain(answer);
  expect(listening).toContain(`"${type}"`);
});

test.each(Object.keys(moves))("that something moves (%s) is told, and a page listens to it", (what) => {
  expect(written).toContain(`what: "${what}"`);
  expect(listening).toMatch(new RegExp(`moves: [^\\n]*"${what}"`));
});

test("a fact on a stream whose audience does not hear of such things does not compile", () => {
  const [assemblyId, voteId] = ["a" as AssemblyId, "v" as VoteId];
  const runId = "r" as Id<"draw-run">;
  const right: FactNote[] = [
    { stream: assemblyStream(assemblyId), type: "vote-opened", payload: { voteId } },
    { stream: teamStream(assemblyId), type: "draw-ended", payload: { runId } },
  ];
  // @ts-expect-error: a draw concerns the team
  const wrong: FactNote = { stream: assemblyStream(assemblyId), type: "draw-ended", payload: { runId } };
  expect([...right, wrong]).toHaveLength(3);
});

test("pages listen: none asks the server again and again but slowly, where it has no connection", () => {
  const repeating = filesIn("app")
    .filter((path) => !path.startsWith("app/hooks/video/"))
    .filter((path) => readFileSync(path, "utf8").includes("setInterval("));
  expect(repeating).toEqual(["app/hooks/listening/page-listening.tsx"]);
});

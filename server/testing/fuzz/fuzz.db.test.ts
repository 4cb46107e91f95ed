import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { commandNames } from "./commands";
import { fuzz } from "./run-fuzz";
import { chosenSeed } from "./seed";

test("no request breaks the server or writes what its sender may not: 500 over every route and every command", async () => {
  const seed = chosenSeed();
  const { sent, asked, faults } = await fuzz({ seed, requests: 500 });
  expect(faults, `again with FUZZ_SEED=${seed}`).toEqual([]);
  expect(sent).toBe(500);
  const routes = readdirSync("app/routes").map((folder) => `routes/${folder}`);
  const missed = [...routes, ...commandNames].filter((one) => !asked.has(one));
  expect(missed, "routes and commands that were not asked").toEqual([]);
}, 240_000);

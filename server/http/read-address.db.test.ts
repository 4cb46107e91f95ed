import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf, remixBuild } from "../testing/fuzz/remix-build";
import { formHeaders, type WebWorld, webWorld } from "../testing/web-world";

let world: WebWorld;

beforeAll(async () => {
  world = await webWorld();
});
afterAll(() => world.close());

const anId = "A".repeat(22);
const host = () => ({ Host: `localhost:${world.port}` });

/** An address of every route below an assembly, whose id is one sign short. */
async function withoutAssembly(): Promise<string[]> {
  const patterns = addressesOf(await remixBuild()).map(({ pattern }) => pattern);
  return patterns
    .filter((pattern) => pattern.includes(":assemblyId"))
    .map((pattern) => pattern.replace(":lang", "fr").replace(":assemblyId", anId.slice(1)))
    .map((pattern) => pattern.replace(":stepKind", "material").replace(/:\w+/g, anId));
}

test("an address whose assembly is no id has no page, no file and no form, and asks no visitor to sign in first", async () => {
  const faults: string[] = [];
  const paths = await withoutAssembly();
  for (const path of paths) {
    const read = await world.send({ path, headers: host() });
    // The way into a room is read by a script, which hears first that nobody is signed in.
    const expected = path.endsWith("/video") ? 401 : 404;
    const isSaid = /n’existe pas|not-found|sign-in-needed/.test(read.text);
    if (read.status !== expected || !isSaid) faults.push(`GET ${path}: ${read.status} ${read.text.slice(0, 80)}`);
    const headers = { ...host(), ...formHeaders(`http://localhost:${world.port}`) };
    const sent = await world.send({ method: "POST", path, body: `commandId=${anId}`, headers });
    if (![404, 405, 422].includes(sent.status)) faults.push(`POST ${path}: ${sent.status}`);
  }
  expect(faults).toEqual([]);
  expect(paths.length).toBeGreaterThan(30);
});

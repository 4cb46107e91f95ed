import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { openReader, openWriter, PreparedStatements } from "./connection";

const folder = mkdtempSync(join(tmpdir(), "held-database-"));
const file = join(folder, "main.sqlite");
afterAll(() => rmSync(folder, { recursive: true }));

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Prepares statements and gives them and their connections up; answers what is left to find of them. */
function giveUp(): WeakRef<object>[] {
  const found: WeakRef<object>[] = [];
  for (let round = 0; round < 20; round++) {
    const writer = openWriter(file, "none");
    writer.exec("create table if not exists t (a)");
    for (let at = 0; at < 20; at++) found.push(new WeakRef(writer.prepare(`select ${at} as a from t`)));
    writer.close();
  }
  return found;
}

test("no native object is ever garbage: Node 24 and later would end the process over it", async () => {
  const found = giveUp();
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(found.filter((one) => one.deref() === undefined)).toHaveLength(0);
});

test("a connection that keeps too many statements, or too long ones, is opened anew, and the old one is closed", () => {
  for (const [times, text] of [
    [1_000, (at: number) => `select ${at}`],
    [5, (at: number) => `select '${"x".repeat(100_000)}${at}'`],
  ] as const) {
    const kept = new PreparedStatements(() => openReader(file));
    const first = kept.connection;
    kept.freeWhenFull();
    expect(kept.connection).toBe(first);
    for (let at = 0; at < times; at++) kept.get(text(at));
    kept.freeWhenFull();
    expect([kept.connection === first, first.open]).toEqual([false, false]);
    expect(kept.get("select 7").get()).toEqual([7]);
    kept.connection.close();
  }
});

test("a reader that cannot be opened leaves nothing open", () => {
  expect(() => openReader(join(folder, "missing.sqlite"))).toThrow();
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isDiskFull } from "../violations";
import { openReader, openWriter, whenFree } from "./connection";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hemicycle-sqlite-"));
  file = join(folder, "main.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a full store is opened to survive a power cut, with foreign keys enforced", () => {
  const writer = openWriter(file, "full");
  const pragma = (name: string) => writer.pragma(name, { simple: true });
  expect([pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")]).toEqual(["wal", 2, 1]);
  writer.close();
});

test("a reader reads while a writer writes, and cannot write", () => {
  const writer = openWriter(file, "normal");
  writer.exec("create table t (n integer); insert into t values (1)");
  const reader = openReader(file);
  writer.exec("BEGIN IMMEDIATE; insert into t values (2)");
  expect(reader.prepare("select count(*) from t").pluck().get()).toBe(1);
  expect(() => reader.exec("insert into t values (3)")).toThrow("readonly");
  reader.close();
  writer.close();
});

test("a write waits, without blocking others, until another process lets go of the file", async () => {
  const writer = openWriter(file, "normal");
  writer.exec("create table t (n integer)");
  const stranger = new Database(file);
  stranger.exec("BEGIN IMMEDIATE");
  const writing = whenFree(() => writer.exec("insert into t values (1)"));
  stranger.exec("COMMIT");
  await writing;
  expect(stranger.prepare("select count(*) from t").pluck().get()).toBe(1);
  stranger.close();
  writer.close();
});

test("a full disk is known as such", () => {
  const writer = openWriter(file, "normal");
  writer.exec("create table t (text text)");
  writer.pragma("max_page_count = 3");
  let thrown: unknown;
  try {
    writer.prepare("insert into t values (?)").run("x".repeat(100_000));
  } catch (error) {
    thrown = error;
  }
  expect(isDiskFull(new Error("Failed query", { cause: thrown }))).toBe(true);
  writer.close();
});

import { expect, test } from "vitest";
import { madeUpTab } from "../../testing/made-up-tab";
import { Drawer, emptyDrawers } from "./drawer";
import type { TabStorage } from "./page-memory";
import { pageMemory } from "./page-memory";
import { wholeLine } from "./stranded-lines";
import { strand, strandedIn } from "./stranded-texts";

test("what one person typed into one place is found there, by them only", () => {
  const storage = madeUpTab();
  new Drawer(storage, { owner: "lea", place: "notes" }).put("7", "mot");
  expect(new Drawer(storage, { owner: "lea", place: "notes" }).names()).toEqual(["7"]);
  expect(new Drawer(storage, { owner: "lea", place: "notes" }).read("7")).toBe("mot");
  expect(new Drawer(storage, { owner: "lea", place: "note" }).names()).toEqual([]);
  expect(new Drawer(storage, { owner: "odette", place: "notes" }).names()).toEqual([]);
});

test("whoever signs in next on a borrowed tablet throws away what others left; nobody signed in, all of it", () => {
  const storage = madeUpTab();
  new Drawer(storage, { owner: "lea", place: "notes" }).put("7", "mot");
  new Drawer(storage, { owner: "odette", place: "notes" }).put("8", "autre");
  storage.setItem("theme", "dark");
  emptyDrawers("odette", storage);
  expect(storage.length).toBe(2);
  emptyDrawers(null, storage);
  expect([storage.length, storage.getItem("theme")]).toEqual([1, "dark"]);
});

test("a storage that is full or forbidden keeps nothing and breaks nothing", () => {
  const full: TabStorage = {
    ...madeUpTab(),
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  const drawer = new Drawer(full, { owner: "lea", place: "notes" });
  drawer.put("7", "mot");
  expect(drawer.read("7")).toBeNull();
});

test("what a full or forbidden storage does not take stays in the page, and is found and thrown away like the rest", () => {
  const full: TabStorage = {
    ...madeUpTab(),
    setItem: () => {
      throw new Error("QuotaExceededError");
    },
  };
  for (const storage of [pageMemory(full), pageMemory(null)]) {
    const drawer = new Drawer(storage, { owner: "lea", place: "notes" });
    drawer.put("7", "mot");
    expect([drawer.read("7"), drawer.names(), drawer.places()]).toEqual(["mot", ["7"], ["notes"]]);
    emptyDrawers("odette", storage);
    expect(drawer.names()).toEqual([]);
  }
});

test("what cannot be saved any more is its author's to read, in the order in which it was written, and nobody else's", () => {
  const storage = madeUpTab();
  const drawer = new Drawer(storage, { owner: "lea", place: "notes" });
  expect(strand(drawer, { title: "Notes", reason: "document-locked", lines: [wholeLine(" ")] })).toBe(false);
  for (const line of ["un", "deux"])
    strand(drawer, { title: "Notes", reason: "document-locked", lines: [wholeLine(line)] });
  expect(strandedIn(drawer.beside("elsewhere")).map(({ lines }) => lines)).toEqual([
    [wholeLine("un")],
    [wholeLine("deux")],
  ]);
  expect(strandedIn(new Drawer(storage, { owner: "odette", place: "notes" }))).toEqual([]);
  emptyDrawers("odette", storage);
  expect(strandedIn(drawer)).toEqual([]);
});

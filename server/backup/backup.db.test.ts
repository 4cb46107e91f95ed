import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import tar from "tar-stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isPg } from "~/db/columns";
import { storeFile } from "~/db/connect";
import { migrateStores, migrationsFolder } from "~/db/migrate";
import { backUpWhileWriting, faultsOf } from "../testing/back-up-while-writing";
import { backUp, type KeptInstallation, keptInstallation, look, restore } from "../testing/kept-installation";

let kept: KeptInstallation;
let file = "";
beforeEach(async () => {
  kept = await keptInstallation();
  file = path.join(kept.folder, "backup.tar.gz");
});
afterEach(() => kept.dispose());
const onSqlite = test.skipIf(isPg);

/** The archive with one thing changed, packed again. */
const changed = (change: (bytes: Buffer) => Buffer): string => {
  const other = path.join(kept.folder, "changed.tar.gz");
  writeFileSync(other, gzipSync(change(gunzipSync(readFileSync(file)))));
  return other;
};

// Fifteen times is in backup.long.test.ts.
test("a backup made while a writer writes holds every row acknowledged before it began, as at one instant", async () => {
  const rounds = await backUpWhileWriting(2);
  expect(faultsOf(rounds)).toEqual([]);
  expect(rounds.at(-1)?.before).toBeGreaterThan(10);
}, 90_000);

test("a backup is one file for its owner, replaces nothing, and says in words what it holds", async () => {
  const { code, said } = await backUp(kept, file);
  expect([code, said]).toEqual([
    0,
    expect.stringContaining("0 assemblies, 0 people, 0 changes of shared texts and 1 uploaded file"),
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readFileSync(file);
  expect(await backUp(kept, file)).toEqual({
    code: 64,
    said: `${file} is there already: a backup never replaces another. Name a new file.\n`,
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(kept.folder).filter((name) => name.includes("partial"))).toEqual([]);
});

test("a backup is restored into an empty place only", async () => {
  await backUp(kept, file);
  expect(await restore(kept, file)).toMatchObject({ code: 64, said: expect.stringContaining("is not empty") });
  const place = await kept.emptyPlace();
  expect(await restore(place, file)).toMatchObject({
    code: 0,
    said: expect.stringContaining("Everything was checked"),
  });
  expect(statSync(place.options.dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(place.options.dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(await look(place)).toMatchObject({ installation: "an-installation" });
});

test("what is no backup, is damaged, cut short or holds more than it names is refused with a sentence, and leaves nothing", async () => {
  await backUp(kept, file);
  const place = await kept.emptyPlace();
  const cut = path.join(kept.folder, "cut.tar.gz");
  writeFileSync(cut, readFileSync(file).subarray(0, 2_000));
  const text = path.join(kept.folder, "text.tar.gz");
  writeFileSync(text, "a letter to my aunt");
  const flipped = changed((bytes) => {
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    return bytes;
  });
  const said: string[] = [];
  for (const bad of [text, cut, flipped]) said.push((await restore(place, bad)).said);
  expect(said).toEqual([
    "This file is not a backup of Hemicycle, or is damaged.\n",
    "This backup is not whole: its end is missing.\n",
    expect.stringMatching(/^This backup is damaged: \S+ is not what it was\.\n$/),
  ]);
  const stray = tar.pack();
  stray.entry({ name: "../stray" }, "outside");
  stray.finalize();
  const tail = await buffer(stray);
  const END = 1024;
  const more = changed((bytes) => Buffer.concat([bytes.subarray(0, bytes.length - END), tail]));
  expect((await restore(place, more)).said).toBe("This backup is damaged: it holds files that it does not name.\n");
  expect(existsSync(path.join(kept.folder, "stray"))).toBe(false);
  expect(readdirSync(place.options.dataDir).filter((name) => name !== "in-use.sqlite")).toEqual([]);
});

test("an installation without its secret, a folder that holds nothing and a place that cannot be written to are sentences", async () => {
  const nowhere = path.join(kept.folder, "nowhere", "backup.tar.gz");
  expect(await backUp(kept, nowhere)).toEqual({
    code: 77,
    said: `${nowhere} cannot be read or written here (ENOENT).\n`,
  });
  rmSync(path.join(kept.options.dataDir, "secret"));
  expect((await backUp(kept, file)).said).toContain("holds no secret");
  const empty = await kept.emptyPlace();
  expect((await backUp(empty, file)).said).toContain("There is nothing to back up");
  expect(readdirSync(kept.folder).filter((name) => name.includes("backup"))).toEqual([]);
});

onSqlite(
  "a backup of a newer version is refused; one of an older version is restored, and migrated at the next start",
  async () => {
    const main = storeFile(kept.options.dataDir, "main");
    const newer = new Database(main);
    newer.exec("update __drizzle_migrations set created_at = created_at + 100000000000");
    newer.close();
    await backUp(kept, file);
    const place = await kept.emptyPlace();
    expect((await restore(place, file)).said).toBe(
      "This backup was made by a newer version of Hemicycle: restore it with that one.\n",
    );
    rmSync(main);
    const older = new Database(main);
    const [first] = readMigrationFiles({ migrationsFolder: migrationsFolder("main") });
    for (const statement of first?.sql ?? []) older.exec(statement);
    older.exec("create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)");
    older
      .prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)")
      .run(first?.hash, first?.folderMillis);
    older.exec("insert into installation (id, created_at) values ('an-installation', 0)");
    older.close();
    const old = path.join(kept.folder, "old.tar.gz");
    expect((await backUp(kept, old)).code).toBe(0);
    expect((await restore(place, old)).said).toContain("It is of an older version, and is brought up to this one");
    await migrateStores(place.options);
    expect(await look(place)).toMatchObject({ installation: "an-installation", people: 0 });
  },
);

onSqlite(
  "rows that name missing ones, and stores of two installations, are found before anything is restored",
  async () => {
    const store = new Database(storeFile(kept.options.dataDir, "documents"));
    store.pragma("foreign_keys = OFF");
    store.exec("insert into document_update (document_id, update_bytes, person_id, at) values ('gone', x'00', 'p', 0)");
    expect((await backUp(kept, file)).said).toBe(
      'The store "documents" of this backup has rows that name missing ones.\n',
    );
    store.exec("delete from document_update");
    store.exec("update installation set id = 'another'");
    store.close();
    expect((await backUp(kept, file)).said).toBe("The three stores of this backup are not of one installation.\n");
  },
);

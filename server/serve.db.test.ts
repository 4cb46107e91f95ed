import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundleEntry, type Ended, type OwnProcess, ownProcess } from "./testing/own-process";

// How files are kept is asked of SQLite; on PostgreSQL there is nothing more to see here.
const onSqlite = test.skipIf(process.env.DATABASE_URL !== undefined);

let script = "";
let folder = "";
let started: OwnProcess[] = [];
beforeAll(async () => {
  script = await bundleEntry("server/testing/serve-without-pages.ts");
});
afterAll(() => rmSync(script));
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hemicycle-serve-"));
  started = [];
});
afterEach(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all(started.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

const dataDir = (): string => path.join(folder, "data");
function start(env: Record<string, string> = {}, unprivileged = false): OwnProcess {
  const process = ownProcess({ script, env: { DATA_DIR: dataDir(), ...env }, unprivileged });
  started.push(process);
  return process;
}
const startAndEnd = (env?: Record<string, string>, unprivileged?: boolean): Promise<Ended> =>
  start(env, unprivileged).ended;
/** One line, and nothing of a stack. */
const oneSentence = (sentence: string): string => `${sentence}\n`;
async function runOnce(): Promise<void> {
  const server = start();
  await server.says("Set-up link");
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
}

describe("one process serves a folder", () => {
  onSqlite("a second one is told so in one sentence, and the first goes on", async () => {
    const first = start();
    await first.says("Set-up link");
    expect(await startAndEnd()).toEqual({
      code: 75,
      said: oneSentence(
        `Another Hemicycle is running on ${dataDir()}: stop it first, or set DATA_DIR to another folder.`,
      ),
    });
    expect(first.child.exitCode).toBeNull();
  });

  onSqlite("one that was killed leaves no lock behind", async () => {
    const first = start();
    await first.says("Set-up link");
    first.child.kill("SIGKILL");
    await start().says("Set-up link");
  });
});

describe("a start that is not possible is one sentence", () => {
  onSqlite("a folder that may not be written to", async () => {
    mkdirSync(dataDir(), { mode: 0o500 });
    chmodSync(folder, 0o755);
    const sentence = `DATA_DIR=${dataDir()} cannot be written to by this user: change its owner, or name another folder.`;
    expect(await startAndEnd({}, true)).toEqual({ code: 77, said: oneSentence(sentence) });
  });

  onSqlite("a folder with the files of another program, which is left as it is", async () => {
    const theirs = `${folder}/theirs`;
    mkdirSync(theirs);
    chmodSync(theirs, 0o755);
    writeFileSync(`${theirs}/site.html`, "theirs");
    const sentence = `DATA_DIR=${theirs} holds files of something else. Name a folder of its own, e.g. ${theirs}/hemicycle.`;
    expect(await startAndEnd({ DATA_DIR: theirs })).toEqual({ code: 78, said: oneSentence(sentence) });
    expect(statSync(theirs).mode & 0o777).toBe(0o755);
  });

  onSqlite("a file where the folder should be, and a folder shared with other programs", async () => {
    writeFileSync(dataDir(), "");
    const notAFolder = `DATA_DIR=${dataDir()} is not a folder, and cannot be made one.`;
    expect(await startAndEnd()).toEqual({ code: 78, said: oneSentence(notAFolder) });
    chmodSync(folder, 0o1777);
    const shared = await startAndEnd({ DATA_DIR: folder });
    expect(shared.said).toBe(
      oneSentence(
        `DATA_DIR=${folder} is shared with other programs. Name a folder of its own, e.g. ${folder}/hemicycle.`,
      ),
    );
    expect(statSync(folder).mode & 0o7777).toBe(0o1777);
  });

  onSqlite("a port that is taken", async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
    const { port } = other.address() as AddressInfo;
    const sentence = `Port ${port} is taken by another program: stop it, or set PORT to another number.`;
    expect(await startAndEnd({ PORT: String(port) })).toEqual({ code: 69, said: oneSentence(sentence) });
    other.close();
  });

  onSqlite("a database that is damaged: at its head, or in its midst", async () => {
    await runOnce();
    const file = path.join(dataDir(), "main.sqlite");
    const sentence = `The database ${file} is damaged. Put back your last backup: npm run restore -- FILE, into an empty DATA_DIR.`;
    const pages = new Database(file);
    const root = pages.prepare("select rootpage from sqlite_schema where name = 'person'").pluck().get() as number;
    const size = pages.pragma("page_size", { simple: true }) as number;
    pages.close();
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (root - 1) * size);
    closeSync(handle);
    expect(await startAndEnd()).toEqual({ code: 65, said: oneSentence(sentence) });
    writeFileSync(file, "this is no database, whatever its name says. ".repeat(100));
    expect(await startAndEnd()).toEqual({ code: 65, said: oneSentence(sentence) });
  });

  onSqlite("a damaged secret, a lost store, and the data of a newer version", async () => {
    await runOnce();
    const box = path.join(dataDir(), "box.sqlite");
    const stores = new Database(path.join(dataDir(), "main.sqlite"));
    stores.exec("update __drizzle_migrations set created_at = created_at + 100000000000");
    const newer = "This data was last used by a newer version of Hemicycle: start that version, or a later one.";
    expect(await startAndEnd()).toEqual({ code: 78, said: oneSentence(newer) });
    stores.exec("update __drizzle_migrations set created_at = created_at - 100000000000");
    stores.close();
    rmSync(box);
    const mixed = "The three stores (main, documents, box) are not of one installation: restore them from one backup.";
    expect(await startAndEnd()).toEqual({ code: 65, said: oneSentence(mixed) });
  });

  onSqlite("a database server that does not answer", async () => {
    const sentence = "The database at 127.0.0.1:9 (DATABASE_URL) does not answer.";
    const seen = await startAndEnd({ DATABASE_URL: "postgres://me:hidden@127.0.0.1:9/hemicycle" });
    expect(seen).toEqual({ code: 69, said: oneSentence(sentence) });
  });
});

onSqlite("data is for its owner's eyes only, also where an earlier version left it open", async () => {
  mkdirSync(path.join(dataDir(), "uploads", "pool"), { recursive: true, mode: 0o755 });
  chmodSync(dataDir(), 0o755);
  writeFileSync(path.join(dataDir(), "uploads", "pool", "old.csv"), "name", { mode: 0o644 });
  writeFileSync(path.join(dataDir(), "main.sqlite"), "", { mode: 0o666 });
  const server = start();
  await server.says("Set-up link");
  const modes = readdirSync(dataDir(), { recursive: true, withFileTypes: true }).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(dataDir(), file), (statSync(file).mode & 0o777).toString(8)];
  });
  expect((statSync(dataDir()).mode & 0o777).toString(8)).toBe("700");
  expect(
    modes.filter(([name, mode]) => mode !== (name === "uploads" || name === "uploads/pool" ? "700" : "600")),
  ).toEqual([]);
  expect(modes.map(([name]) => name)).toEqual(
    expect.arrayContaining(["main.sqlite", "main.sqlite-wal", "main.sqlite-shm", "box.sqlite", "secret"]),
  );
});

onSqlite(
  "work that nobody waited for is logged and survived; any other fault that nothing caught ends the process in order",
  async () => {
    const server = start();
    await server.says("Set-up link");
    server.child.send("reject");
    await server.says("work that nobody waited for failed");
    expect(server.child.exitCode).toBeNull();
    server.child.send("throw");
    const { code, said } = await server.ended;
    expect([code, said.includes("ending in order")]).toEqual([70, true]);
    await start().says("Set-up link");
  },
);

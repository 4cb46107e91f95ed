import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type pg from "pg";
import { expect, test } from "vitest";
import { askPool, inConnection, openPool } from "./postgres/connections";
import { isBusy, isCommitUnknown, isConnectionLost, isDiskFull, StoreBusy } from "./violations";

/** As an engine or the network says it: a code. */
const coded = (code: string): Error => Object.assign(new Error("as the engine says it"), { code });
/** As Drizzle hands it on. */
const wrapped = (error: Error): Error => new Error("Failed query", { cause: error });

// PostgreSQL's codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
test.each([
  ["08000", "connection exception"],
  ["08001", "no connection could be made"],
  ["08003", "the connection does not exist"],
  ["08004", "the server rejected the connection"],
  ["08006", "the connection failed"],
  ["08P01", "protocol violation: what a proxy that loses its server answers"],
  ["57P01", "admin shutdown"],
  ["57P02", "crash shutdown"],
  ["57P03", "cannot connect now: the server starts, or recovers"],
  ["57P05", "idle session timeout"],
  ["25P03", "idle in transaction timeout"],
  ["25P04", "transaction timeout"],
  ["ECONNREFUSED", "nobody listens there"],
  ["ECONNRESET", "cut by the network"],
  ["ECONNABORTED", "cut by this machine"],
  ["EPIPE", "written to a connection that is gone"],
  ["ERR_STREAM_DESTROYED", "written to a connection that was just destroyed"],
  ["ETIMEDOUT", "no answer"],
  ["EHOSTUNREACH", "no way there"],
  ["ENETUNREACH", "no network"],
  ["ENETDOWN", "no network"],
  ["ENOTFOUND", "no such name just now"],
  ["EAI_AGAIN", "the name server does not answer"],
])("%s (%s) is a lost connection: it is asked again, then busy", (code) => {
  for (const error of [coded(code), wrapped(coded(code))]) {
    expect([isConnectionLost(error), isBusy(error)]).toEqual([true, true]);
  }
});

test.each([
  ["53300", "too many connections"],
  ["53200", "out of memory"],
  ["55P03", "a lock was not free in time"],
  ["57014", "cancelled: it took too long"],
  ["40001", "two transactions in each other's way"],
  ["40P01", "a deadlock"],
  ["SQLITE_BUSY", "another program writes"],
  ["SQLITE_BUSY_SNAPSHOT", "another wrote meanwhile"],
  ["SQLITE_LOCKED", "locked"],
])("%s (%s) is busy, on a connection that is still there", (code) => {
  expect([isBusy(wrapped(coded(code))), isConnectionLost(wrapped(coded(code)))]).toEqual([true, false]);
});

test.each([
  ["42P01", "no such table"],
  ["42601", "not SQL"],
  ["23505", "a key that is taken"],
  ["22P02", "no value of its type"],
  ["25P02", "asked in a transaction that had failed"],
  ["28P01", "a wrong password"],
  ["3D000", "no such database"],
  ["57P04", "the database was dropped"],
  ["58030", "the disk does not answer"],
  ["SQLITE_ERROR", "not SQL"],
  ["SQLITE_CORRUPT", "a damaged file"],
  ["ERR_INVALID_ARG_TYPE", "a fault of ours"],
  ["", "a plain error"],
])("%s (%s) is a fault of ours, and never told as busy", (code) => {
  expect([isBusy(wrapped(coded(code))), isConnectionLost(coded(code))]).toEqual([false, false]);
});

test("a full disk is full, not busy", () => {
  for (const code of ["53100", "SQLITE_FULL", "ENOSPC"]) {
    expect([isDiskFull(wrapped(coded(code))), isBusy(coded(code))]).toEqual([true, false]);
  }
});

test("our own writer's time-out is busy", () => {
  expect(isBusy(new StoreBusy("The writer was not free in time."))).toBe(true);
});

// What node-postgres says without any code (pg and pg-pool 8).
test.each([
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Connection terminated due to connection timeout",
  "Connection terminated unexpectedly",
  "Connection terminated",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Query read timeout",
])("“%s” is a lost connection", async (message) => {
  const pool = { query: () => Promise.reject(new Error(message)) } as unknown as pg.Pool;
  const error = await askPool(pool, ["insert"]).catch((thrown: unknown) => thrown);
  expect([isConnectionLost(error), isBusy(error)]).toEqual([true, true]);
});

test("what is lost during a commit is busy, and not asked again as if nothing was kept", async () => {
  const client = {
    query: (text: string) => (text === "commit" ? Promise.reject(coded("57P01")) : Promise.resolve()),
    release() {},
  };
  const pool = { connect: async () => client } as unknown as pg.Pool;
  const error = await inConnection(pool, async () => "done").catch((thrown: unknown) => thrown);
  expect([isCommitUnknown(error), isBusy(error), isConnectionLost(error)]).toEqual([true, true, false]);
});

/** A port of this machine on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test("a real pool says so too: of a server that is not there, and of one that hangs up", async () => {
  const hangsUp = createServer((socket) => socket.destroy());
  await new Promise<void>((ready) => hangsUp.listen(0, "127.0.0.1", ready));
  for (const port of [await closedPort(), (hangsUp.address() as AddressInfo).port]) {
    for (const host of ["127.0.0.1", "localhost"]) {
      const pool = openPool(`postgres://nobody:x@${host}:${port}/none`, 1);
      const asked = await askPool(pool, ["insert"]).catch((thrown: unknown) => thrown);
      const begun = await inConnection(pool, async () => "done").catch((thrown: unknown) => thrown);
      expect([isConnectionLost(asked), isConnectionLost(begun)]).toEqual([true, true]);
      await pool.end();
    }
  }
  await new Promise((closed) => hangsUp.close(closed));
});

// What both engines promise, so that a repository need not know which one it runs on. Run it on each:
//   npx vitest run --config remix.config.js db        and the same with DATABASE_URL=postgres://…
import { asc, count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isPg } from "./columns";
import { type SampleStore, sample, sampleLine, sampleStore } from "./testing/sample-store";
import { inTransaction, Rollback } from "./transaction";
import { isBusy, isCheckViolation, isDiskFull, isForeignKeyViolation, isUniqueViolation } from "./violations";

let store: SampleStore;
beforeAll(async () => {
  store = await sampleStore();
});
afterAll(() => store.dispose());
beforeEach(async () => {
  await store.db.delete(sample);
});

const amountOf = async (id: string) =>
  (await store.db.select({ amount: sample.amount }).from(sample).where(eq(sample.id, id)))[0]?.amount;
const add = (id: string, amount = 0) => store.db.insert(sample).values({ id, key: id, amount });
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
/** Something that one part of a test waits for and another lets happen. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe("types", () => {
  test("every type comes back as it went in, to the millisecond and to the byte", async () => {
    const row = {
      id: "1",
      key: "clé",
      note: "« œuvre » 🗳",
      amount: 2_147_483_647,
      share: 0.1 + 0.2,
      large: Number.MAX_SAFE_INTEGER,
      yes: true,
      at: new Date("2031-03-30T01:30:00.123Z"),
      shape: { b: 1, a: ["é", "b"] },
      raw: new Uint8Array([0, 1, 254, 255]),
    };
    await store.db.insert(sample).values(row);
    expect(await store.db.select().from(sample)).toEqual([row]);
    expect(await store.db.query.sample.findFirst()).toEqual(row);
  });

  test("nothing stays nothing, false stays false, and empty stays empty", async () => {
    await store.db.insert(sample).values({ id: "1", key: "", amount: 0, yes: false, raw: new Uint8Array() });
    const [row] = await store.db.select().from(sample);
    expect(row).toMatchObject({ key: "", note: null, yes: false, at: null, shape: null, raw: new Uint8Array() });
  });

  test("instants compare in the order of time", async () => {
    await store.db.insert(sample).values([
      { id: "1", key: "before", amount: 0, at: new Date("2031-01-01T00:00:00.001Z") },
      { id: "2", key: "after", amount: 0, at: new Date("2031-01-01T00:00:00.002Z") },
    ]);
    const rows = await store.db
      .select({ id: sample.id })
      .from(sample)
      .where(sql`${sample.at} > ${sql.param(new Date("2031-01-01T00:00:00.001Z"), sample.at)}`);
    expect(rows).toEqual([{ id: "2" }]);
  });

  test("a count is a number", async () => {
    await add("1");
    expect(await store.db.select({ rows: count() }).from(sample)).toEqual([{ rows: 1 }]);
    expect(await store.db.$count(sample)).toBe(1);
  });

  test("a row that is not there is undefined", async () => {
    expect(await store.db.query.sample.findFirst({ where: eq(sample.id, "none") })).toBeUndefined();
  });
});

describe("writes", () => {
  test("an insert over an existing key may update it, and returns the row", async () => {
    await add("1", 1);
    const rows = await store.db
      .insert(sample)
      .values({ id: "2", key: "1", amount: 5 })
      .onConflictDoUpdate({ target: sample.key, set: { amount: sql`${sample.amount} + excluded.amount` } })
      .returning({ id: sample.id, amount: sample.amount });
    expect(rows).toEqual([{ id: "1", amount: 6 }]);
  });

  test("a write says how many rows it changed, so that compare-and-set knows who won", async () => {
    await add("1", 1);
    const compareAndSet = () => store.db.update(sample).set({ amount: 2 }).where(sql`${sample.amount} = 1`);
    expect((await compareAndSet()).rowCount).toBe(1);
    expect((await compareAndSet()).rowCount).toBe(0);
  });

  test("500 rows go in at once", async () => {
    const rows = Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, key: `${at}`, amount: at }));
    await store.db.insert(sample).values(rows);
    expect(await store.db.$count(sample)).toBe(500);
  });

  test("a log counts upwards", async () => {
    await add("1");
    const first = await store.db.insert(sampleLine).values({ sampleId: "1" }).returning();
    const second = await store.db.insert(sampleLine).values({ sampleId: "1" }).returning();
    expect(second[0]?.sequence).toBeGreaterThan(first[0]?.sequence ?? Number.POSITIVE_INFINITY);
  });

  test("a parent takes its children with it, where the table says so", async () => {
    await add("1");
    await store.db.insert(sampleLine).values({ sampleId: "1" });
    await store.db.delete(sample);
    expect(await store.db.$count(sampleLine)).toBe(0);
  });
});

describe("violations have one name on both engines", () => {
  test("a key used twice", async () => {
    await add("1");
    const sameId = await thrownBy(store.db.insert(sample).values({ id: "1", key: "other", amount: 0 }));
    const sameKey = await thrownBy(store.db.insert(sample).values({ id: "2", key: "1", amount: 0 }));
    expect([sameId, sameKey].map(isUniqueViolation)).toEqual([true, true]);
    expect([sameId, sameKey].some((error) => isForeignKeyViolation(error) || isBusy(error) || isDiskFull(error))).toBe(
      false,
    );
  });

  test("a row that names one that is not there", async () => {
    expect(isForeignKeyViolation(await thrownBy(store.db.insert(sampleLine).values({ sampleId: "none" })))).toBe(true);
  });

  test("a value that a check refuses", async () => {
    expect(isCheckViolation(await thrownBy(add("1", -1)))).toBe(true);
  });
});

describe("transactions", () => {
  test("all is kept together", async () => {
    const answer = await inTransaction(store.db, async (tx) => {
      await tx.insert(sample).values({ id: "1", key: "1", amount: 0 });
      await tx.insert(sampleLine).values({ sampleId: "1" });
      return "kept";
    });
    expect([answer, await store.db.$count(sample), await store.db.$count(sampleLine)]).toEqual(["kept", 1, 1]);
  });

  test("a throw undoes all", async () => {
    const failing = inTransaction(store.db, async (tx) => {
      await tx.insert(sample).values({ id: "1", key: "1", amount: 0 });
      throw new Error("on the way");
    });
    await expect(failing).rejects.toThrow("on the way");
    expect(await store.db.$count(sample)).toBe(0);
  });

  test("a rollback undoes all and answers its value", async () => {
    const answer = await inTransaction(store.db, async (tx) => {
      await tx.insert(sample).values({ id: "1", key: "1", amount: 0 });
      return new Rollback("refused" as const);
    });
    expect([answer, await store.db.$count(sample)]).toEqual(["refused", 0]);
  });

  test("a savepoint undoes its part only, after a violation too", async () => {
    await inTransaction(store.db, async (tx) => {
      await tx.insert(sample).values({ id: "1", key: "1", amount: 0 });
      const taken = await thrownBy(
        inTransaction(tx, (inner) => inner.insert(sample).values({ id: "2", key: "1", amount: 0 })),
      );
      expect(isUniqueViolation(taken)).toBe(true);
      const undone = await inTransaction(tx, async (inner) => {
        await inner.insert(sample).values({ id: "3", key: "3", amount: 0 });
        return new Rollback("undone");
      });
      expect(undone).toBe("undone");
      await tx.insert(sample).values({ id: "4", key: "4", amount: 0 });
    });
    expect(await store.db.select({ id: sample.id }).from(sample).orderBy(asc(sample.id))).toEqual([
      { id: "1" },
      { id: "4" },
    ]);
  });

  test("a transaction reads what it wrote, and nobody else does before the commit", async () => {
    await add("1", 1);
    const asked = gate();
    const reading = asked.opened.then(() => amountOf("1"));
    await inTransaction(store.db, async (tx) => {
      await tx.update(sample).set({ amount: 2 });
      expect(await tx.select({ amount: sample.amount }).from(sample)).toEqual([{ amount: 2 }]);
      asked.open();
      expect(await reading).toBe(1);
    });
    expect(await amountOf("1")).toBe(2);
  });

  test("no update is lost among 40 that read and write the same row at once", async () => {
    await add("1", 0);
    const increment = () =>
      inTransaction(store.db, async (tx) => {
        const [row] = await tx.select().from(sample).where(eq(sample.id, "1"));
        await tx
          .update(sample)
          .set({ amount: (row?.amount ?? 0) + 1 })
          .where(eq(sample.id, "1"));
      });
    await Promise.all(Array.from({ length: 40 }, increment));
    expect(await amountOf("1")).toBe(40);
  });

  test("two who both see a free place cannot both take it", async () => {
    const take = (id: string) =>
      inTransaction(store.db, async (tx) => {
        if ((await tx.$count(sample)) > 0) return "full";
        await tx.insert(sample).values({ id, key: id, amount: 0 });
        return "taken";
      });
    expect((await Promise.all([take("1"), take("2"), take("3")])).sort()).toEqual(["full", "full", "taken"]);
  });

  test("the store's own handle is refused inside a transaction, for reads and for writes", async () => {
    const causes = await inTransaction(store.db, async () => [
      await thrownBy(add("1")),
      await thrownBy(amountOf("1")),
      await thrownBy(store.db.query.sample.findMany()),
      await thrownBy(inTransaction(store.db, async () => undefined)),
    ]);
    for (const error of causes) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      expect(String(cause)).toContain("use the handle it was given");
    }
  });

  test("work started inside a transaction and running on after it may use the store again", async () => {
    let later: Promise<unknown> = Promise.resolve();
    const committed = gate();
    await inTransaction(store.db, async () => {
      later = committed.opened.then(() => add("1"));
    });
    committed.open();
    await later;
    expect(await store.db.$count(sample)).toBe(1);
  });

  test("a transaction's handle is refused once it has ended", async () => {
    const query = await inTransaction(
      store.db,
      async (tx) => () => tx.insert(sample).values({ id: "1", key: "1", amount: 0 }),
    );
    const error = await thrownBy(query());
    expect(String(error instanceof Error ? error.cause : error)).toContain("has ended");
  });
});

// Where the engines differ, and repositories must not lean on either.
describe("differences", () => {
  test("after a violation without savepoint, PostgreSQL refuses the rest of the transaction and SQLite goes on", async () => {
    await add("1");
    const goingOn = inTransaction(store.db, async (tx) => {
      await thrownBy(tx.insert(sample).values({ id: "1", key: "1", amount: 0 }));
      await tx.insert(sample).values({ id: "2", key: "2", amount: 0 });
    });
    expect((await thrownBy(goingOn)) instanceof Error).toBe(isPg);
  });

  test("PostgreSQL reorders the keys of JSON and SQLite keeps them", async () => {
    await store.db.insert(sample).values({ id: "1", key: "1", amount: 0, shape: { b: 1, a: [] } });
    const [row] = await store.db.select({ shape: sample.shape }).from(sample);
    expect(JSON.stringify(row?.shape)).toBe(isPg ? '{"a":[],"b":1}' : '{"b":1,"a":[]}');
  });
});

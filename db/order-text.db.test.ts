import { asc, type sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPg } from "./columns";
import { ascNullsFirst, ascNullsLast, byCodePoint, containsFolded, descNullsLast, folded } from "./order-text";
import { type SampleStore, sample, sampleStore } from "./testing/sample-store";

let store: SampleStore;
beforeAll(async () => {
  store = await sampleStore();
  const names = ["Zoé", "Élodie", "Eva", "éva", "Œuvre", "Ångström", "100 %", null, "Ça va", "c_d"];
  await store.db.insert(sample).values(names.map((note, at) => ({ id: `${at}`, key: `${at}`, amount: at, note })));
});
afterAll(() => store.dispose());

const notes = async (...order: Parameters<typeof asc>[0][]) => {
  const rows = await store.db
    .select({ note: sample.note })
    .from(sample)
    .orderBy(...(order as [ReturnType<typeof sql>]));
  return rows.map((row) => row.note);
};

describe("order", () => {
  test("names stand in the order of their letters, accents and capitals apart", async () => {
    const order = [ascNullsLast(folded(sample.note)), asc(sample.amount)];
    const expected = ["100 %", "Ångström", "c_d", "Ça va", "Élodie", "Eva", "éva", "Zoé", "Œuvre", null];
    expect(await notes(...order)).toEqual(expected);
  });

  test("codes stand in the order of their code points", async () => {
    const rows = await notes(ascNullsLast(byCodePoint(sample.note)));
    expect(rows).toEqual(["100 %", "Eva", "Zoé", "c_d", "Ångström", "Ça va", "Élodie", "éva", "Œuvre", null]);
  });

  test("rows without a value stand where the query says", async () => {
    expect((await notes(ascNullsFirst(sample.note)))[0]).toBeNull();
    expect((await notes(ascNullsLast(sample.note))).at(-1)).toBeNull();
    expect((await notes(descNullsLast(sample.note))).at(-1)).toBeNull();
  });

  test("left unsaid, they stand last on PostgreSQL and first on SQLite", async () => {
    expect((await notes(asc(sample.note))).at(isPg ? -1 : 0)).toBeNull();
  });
});

describe("search", () => {
  const found = async (words: string) => {
    const rows = await store.db
      .select({ note: sample.note })
      .from(sample)
      .where(containsFolded(sample.note, words))
      .orderBy(sample.amount);
    return rows.map((row) => row.note);
  };

  test("words are found whatever their accents and capitals", async () => {
    expect(await found("EVA")).toEqual(["Eva", "éva"]);
    expect(await found("élo")).toEqual(["Élodie"]);
  });

  test("% and _ stand for themselves", async () => {
    expect(await found("%")).toEqual(["100 %"]);
    expect(await found("_")).toEqual(["c_d"]);
  });
});

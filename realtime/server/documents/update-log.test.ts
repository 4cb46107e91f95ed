import { describe, expect, test } from "vitest";
import type { DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { NewDocumentUpdate } from "~/server/documents/update-store";
import { UpdateLog } from "./update-log";

const row = (byte: number): NewDocumentUpdate => ({
  documentId: "document" as DocumentId,
  personId: "person" as PersonId,
  update: new Uint8Array([byte]),
  at: new Date(0),
});

/** A store whose commits end when the test says so. */
function slowStore() {
  const commits: { rows: readonly NewDocumentUpdate[]; end(): void; fail(): void }[] = [];
  let begun = (): void => {};
  let sequence = 0;
  return {
    commits,
    next: () => new Promise<void>((heard) => (begun = heard)),
    append: (rows: readonly NewDocumentUpdate[]) =>
      new Promise<readonly number[]>((settle, fail) => {
        commits.push({
          rows,
          end: () => settle(rows.map(() => ++sequence)),
          fail: () => fail(new Error("the disk is full")),
        });
        begun();
      }),
  };
}

describe("the log of updates", () => {
  test("what arrives while a commit is under way is committed together, in its order (D5)", async () => {
    const store = slowStore();
    const log = new UpdateLog(store);
    let begun = store.next();
    const first = log.append(row(1));
    await begun;
    const later = [log.append(row(2)), log.append(row(3)), log.append(row(4))];
    begun = store.next();
    store.commits[0]?.end();
    await begun;
    store.commits[1]?.end();
    expect(await Promise.all([first, ...later])).toEqual([1, 2, 3, 4]);
    expect(store.commits.map(({ rows }) => rows.map(({ update }) => update[0]))).toEqual([[1], [2, 3, 4]]);
  });

  test("when a commit fails, what waits behind it fails too; what comes later is tried anew", async () => {
    const store = slowStore();
    const log = new UpdateLog(store);
    let begun = store.next();
    const first = log.append(row(1));
    await begun;
    const behind = log.append(row(2));
    store.commits[0]?.fail();
    const ends = await Promise.allSettled([first, behind]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    begun = store.next();
    const later = log.append(row(3));
    await begun;
    store.commits[1]?.end();
    expect(await later).toBe(1);
  });
});

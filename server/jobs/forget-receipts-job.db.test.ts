import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "~/app/domain/kernel/clock";
import { newPageKey, REPEATABLE_FOR_MS } from "~/app/domain/kernel/command-id";
import { readCommandId } from "~/app/domain/kernel/ids";
import { accept } from "~/app/domain/kernel/result";
import { claimReceipt, findReceipt, forgetSomeReceipts } from "~/db/repositories/command-receipt";
import { commandReceipt } from "~/db/schema/records";
import { carryOut } from "../kernel/carry-out";
import { value } from "../testing/build-live";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import { forgetReceiptsJob } from "./forget-receipts-job";

let world: TestApp;
let times: number;
beforeAll(async () => {
  world = await testApp("receipts");
  times = 0;
});
afterAll(() => world.dispose());

const pageKey = (): string => newPageKey(world.random, world.clock.now().getTime());
const act = (id: string) =>
  carryOut(world.system(), { commandId: readCommandId(id), action: "test.act" }, async () => {
    times += 1;
    return accept({ value: times, journal: [] });
  });
const kept = (id: string) => findReceipt(world.app.stores.main, { sender: "system", id, action: "test.act" });

test("a command is answered with its first answer for as long as it may be repeated, however often the job runs", async () => {
  const id = `${pageKey()}-f1-0`;
  const first = value(await act(id));
  world.clock.advance(REPEATABLE_FOR_MS);
  await runJob(forgetReceiptsJob(world.app), world.app);
  expect(value(await act(id))).toBe(first);
});

test("once its receipt is forgotten, the same command is refused, and not carried out twice", async () => {
  const id = `${pageKey()}-f1-0`;
  value(await act(id));
  const before = times;
  world.clock.advance(REPEATABLE_FOR_MS + 2 * DAY_MS);
  await runJob(forgetReceiptsJob(world.app), world.app);
  expect(await kept(id)).toBeUndefined();
  expect(await act(id)).toEqual({ ok: false, refusal: { code: "command-too-old" } });
  expect(times).toBe(before);
});

test("a page that stood open for long is refused before anything is done; what it asks once it is read anew is done", async () => {
  const opened = pageKey();
  world.clock.advance(REPEATABLE_FOR_MS + 1);
  expect(await act(`${opened}-f1-0`)).toEqual({ ok: false, refusal: { code: "command-too-old" } });
  expect(await kept(`${opened}-f1-0`)).toBeUndefined();
  value(await act(`${pageKey()}-f1-0`));
});

test("many receipts are forgotten some at a time, and the young stay", async () => {
  const { main } = world.app.stores;
  const at = world.clock.now();
  await forgetSomeReceipts(main, new Date(at.getTime() + 1));
  for (let one = 0; one < 5; one += 1) await claimReceipt(main, { sender: "old", id: `${one}`, action: "a" }, at);
  const later = new Date(at.getTime() + DAY_MS);
  await claimReceipt(main, { sender: "old", id: "young", action: "a" }, later);
  expect(await forgetSomeReceipts(main, later, 3)).toBe(true);
  expect(await forgetSomeReceipts(main, later, 3)).toBe(false);
  const left = await main
    .select({ id: commandReceipt.id })
    .from(commandReceipt)
    .where(sql`${commandReceipt.sender} = 'old'`);
  expect(left).toEqual([{ id: "young" }]);
});

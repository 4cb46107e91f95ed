import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket";

test("lets through its burst at once, then as many a second as it says, and never saves up more than the burst", () => {
  const bucket = new TokenBucket(3, 2);
  const taken = (atMs: number, tries: number) => Array.from({ length: tries }, () => bucket.take(atMs)).filter(Boolean);
  expect(taken(0, 10)).toHaveLength(3);
  expect(taken(499, 10)).toHaveLength(0);
  expect(taken(1_000, 10)).toHaveLength(2);
  expect(taken(3_600_000, 10)).toHaveLength(3);
});

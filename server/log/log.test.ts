import { expect, test } from "vitest";
import { loggedPath, safeError } from "./log";

test("a failed query is logged without its parameters", () => {
  const failed = Object.assign(new Error("Failed query: select … params: odette@example.org"), {
    query: "select …",
    params: ["odette@example.org"],
    cause: Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }),
  });
  const logged = safeError(failed);
  expect(JSON.stringify(logged)).not.toContain("odette");
  expect(logged).toMatchObject({ message: "a query failed", cause: { errorCode: "SQLITE_BUSY" } });
});

test("tokens of links and what was asked are cut from a path", () => {
  expect(loggedPath("/fr/link/KrSBRwz3RkonxlAQkvZ_pg?next=/fr/home")).toBe("/fr/link/[cut]");
  expect(loggedPath("/fr/invitation/KrSBRwz3RkonxlAQkvZ_pg")).toBe("/fr/invitation/[cut]");
});

import { expect, test } from "vitest";
import { accept, accepted, refuse } from "./result";

test("what is accepted carries its value, also when that is nothing", () => {
  expect(accept(3)).toEqual({ ok: true, value: 3 });
  expect(accept(undefined)).toEqual(accepted);
});

test("a refusal carries its code, and data and a field only where there are any", () => {
  expect(refuse("no-quotas")).toEqual({ ok: false, refusal: { code: "no-quotas" } });
  expect(refuse("too-many-quotas", { most: 3 })).toEqual({
    ok: false,
    refusal: { code: "too-many-quotas", data: { most: 3 } },
  });
  expect(refuse("too-many-quotas", undefined, "count")).toEqual({
    ok: false,
    refusal: { code: "too-many-quotas", field: "count" },
  });
  expect(Object.keys(refuse("no-quotas", {}, "").refusal)).toEqual(["code", "data"]);
});

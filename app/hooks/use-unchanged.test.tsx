import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useUnchanged } from "./use-unchanged";

test("a value made anew with the same words is the one of before; with others it is the new one at once", () => {
  const [first, again, other] = [{ group: 1 }, { group: 1 }, { group: 2 }];
  const { result, rerender } = renderHook<object | null, object | null>(useUnchanged, { initialProps: first });
  rerender(again);
  expect(result.current).toBe(first);
  rerender(other);
  expect(result.current).toBe(other);
  rerender(null);
  expect(result.current).toBeNull();
});

import { expect, test } from "vitest";
import { liveTurnedAway } from "../../protocol/close-codes";
import { judgeTurnedAway } from "./judge-turned-away";

const judge = (message: string, times = 0, chance = 0.5) => judgeTurnedAway({ message, times, chance });

test("whoever is signed out, or has a page that is too old, is turned away for good", () => {
  expect(judge("signed-out")).toEqual({ kind: "over", why: "signed-out" });
  expect(judge("page-too-old")).toEqual({ kind: "over", why: "refused" });
});

test("whoever has too many pages open comes back after pauses that grow and are spread by chance", () => {
  expect([0, 1, 2].map((times) => judge("too-many-connections", times))).toEqual(
    [500, 1_000, 2_000].map((afterMs) => ({ kind: "crowded", afterMs })),
  );
  expect(judge("too-many-connections", 0, 0)).toEqual({ kind: "crowded", afterMs: 250 });
});

test("what the network says is no word of the server", () => {
  expect(judge("websocket error")).toEqual({ kind: "unreached" });
});

test("nothing that the server turns a page away for is taken for the network's", () => {
  for (const reason of Object.keys(liveTurnedAway)) expect(judge(reason).kind).not.toBe("unreached");
});

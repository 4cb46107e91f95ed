import { expect, test } from "vitest";
import { announcers } from "./announcers";

test("everybody who listens is told, in their order, until they stop", () => {
  const told: string[] = [];
  const all = announcers((error) => {
    throw error;
  });
  all.moved([]);
  const stop = all.add({ moved: () => void told.push("first") });
  all.add({ moved: () => void told.push("second"), rightsChanged: () => void told.push("rights") });
  all.moved([]);
  all.rightsChanged([]);
  stop();
  all.moved([]);
  expect(told).toEqual(["first", "second", "rights", "second"]);
});

test("a listener that fails keeps nobody behind it from hearing, and is told of", () => {
  const [told, faults]: [string[], unknown[]] = [[], []];
  const all = announcers((error) => void faults.push(error));
  const fault = new Error("out of order");
  all.add({
    devicesEnded() {
      throw fault;
    },
  });
  all.add({ devicesEnded: () => void told.push("video") });
  all.devicesEnded([]);
  expect([told, faults]).toEqual([["video"], [fault]]);
});

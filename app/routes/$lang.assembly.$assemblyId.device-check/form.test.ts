import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { checkForm } from "./form";

test("what was not measured at a device check is nothing, not zero", () => {
  const check = { microphoneLevel: "", camera: "yes", speaker: "no", roundTripMs: "", trouble: "" };
  const nothing = { microphoneLevel: null, camera: true, speaker: false, roundTripMs: null, trouble: null };
  expect(taken(checkForm, check)).toMatchObject(nothing);
  expect(taken(checkForm, { ...check, microphoneLevel: "0", roundTripMs: "40" })).toMatchObject({
    microphoneLevel: 0,
    roundTripMs: 40,
  });
  expect(refused(checkForm, { ...check, microphoneLevel: "1.2" })).not.toEqual([]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accepted, refuse } from "../kernel/result";
import { phaseKinds } from "./phase";
import { permitsPublic, siteParts } from "./public-site";

const part = fc.constantFrom(...siteParts);
const someKinds = fc.subarray([...phaseKinds]);

describe("the public site", () => {
  test("shows its home from the first day it is open", () => {
    expect(permitsPublic("home", { open: true, reached: [] })).toEqual(accepted);
    expect(permitsPublic("home", { open: true, reached: ["preparation"] })).toEqual(accepted);
  });

  test("shows the draw and the materials once people are gathered, not while they are recruited", () => {
    for (const one of ["draw", "materials"] as const) {
      expect(permitsPublic(one, { open: true, reached: ["preparation", "recruitment"] })).toEqual(
        refuse("part-not-public-yet"),
      );
      expect(permitsPublic(one, { open: true, reached: ["preparation", "recruitment", "learning"] })).toEqual(accepted);
      expect(permitsPublic(one, { open: true, reached: ["preparation", "recruitment", "skills"] })).toEqual(accepted);
    }
  });

  test("shows recommendations and results when they are published, not when they are voted", () => {
    const voted = phaseKinds.slice(0, phaseKinds.indexOf("publication"));
    for (const one of ["booklet", "results"] as const) {
      expect(permitsPublic(one, { open: true, reached: voted })).toEqual(refuse("part-not-public-yet"));
      expect(permitsPublic(one, { open: true, reached: [...voted, "publication"] })).toEqual(accepted);
    }
  });

  test("law: shows nothing at all while it is not open", () => {
    fc.assert(
      fc.property(part, someKinds, (one, reached) => {
        expect(permitsPublic(one, { open: false, reached })).toEqual(refuse("site-not-open"));
      }),
      { seed: 20261129 },
    );
  });

  test("law: what was public stays public, whatever phase comes next", () => {
    fc.assert(
      fc.property(part, someKinds, someKinds, (one, reached, more) => {
        const before = permitsPublic(one, { open: true, reached }).ok;
        if (before) expect(permitsPublic(one, { open: true, reached: [...reached, ...more] }).ok).toBe(true);
      }),
      { seed: 20261130 },
    );
  });
});

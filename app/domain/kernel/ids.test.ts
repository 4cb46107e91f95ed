import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { base64url, isId, newId } from "./ids";
import { seededRandom } from "./random";

describe("base64url", () => {
  it("is what others write, for bytes of any number", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      }),
      { verbose: 1 },
    );
  });

  it("of nothing is nothing", () => {
    expect(base64url(new Uint8Array())).toBe("");
  });

  it("has a sign of its own for each six bits", () => {
    const signs = Array.from({ length: 64 }, (_, six) => base64url(Uint8Array.of(six << 2))[0]);
    expect(new Set(signs).size).toBe(64);
  });
});

describe("an id", () => {
  it("is 16 bytes of chance as 22 signs, which are known for an id", () => {
    const random = seededRandom("ids");
    const bytes = seededRandom("ids").bytes(16);
    const id = newId<"vote">(random);
    expect(id).toBe(Buffer.from(bytes).toString("base64url"));
    expect(id).toHaveLength(22);
    expect(isId(id)).toBe(true);
  });

  it("is another each time", () => {
    const random = seededRandom("many");
    expect(new Set(Array.from({ length: 1000 }, () => newId(random))).size).toBe(1000);
  });
});

test.each([
  ["one sign less", "A".repeat(21)],
  ["one sign more", "A".repeat(23)],
  ["nothing", ""],
  ["a sign of base64 that addresses cannot hold", `${"A".repeat(21)}+`],
  ["padding", `${"A".repeat(20)}==`],
  ["a letter with an accent", `${"A".repeat(21)}é`],
  ["a line end behind it", `${"A".repeat(22)}\n`],
  ["a space before it", ` ${"A".repeat(22)}`],
])("%s is no id", (_, text) => {
  expect(isId(text)).toBe(false);
});

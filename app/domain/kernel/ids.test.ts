import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { base64url, knownId, newId, readCommandId, readId } from "./ids";
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
    expect([readId(id), readCommandId(id), knownId(id)]).toEqual([id, id, id]);
  });

  it("is another each time", () => {
    const random = seededRandom("many");
    expect(new Set(Array.from({ length: 1000 }, () => newId(random))).size).toBe(1000);
  });
});

test.each<[string, unknown]>([
  ["one sign less", "A".repeat(21)],
  ["one sign more", "A".repeat(23)],
  ["nothing", ""],
  ["a sign of base64 that addresses cannot hold", `${"A".repeat(21)}+`],
  ["padding", `${"A".repeat(20)}==`],
  ["a letter with an accent", `${"A".repeat(21)}é`],
  ["a line end behind it", `${"A".repeat(22)}\n`],
  ["a space before it", ` ${"A".repeat(22)}`],
  ["a list", ["A".repeat(22)]],
  ["no text at all", undefined],
])("%s is no id", (_, text) => {
  expect(readId(text)).toBeNull();
  expect(() => knownId(typeof text === "string" ? text : undefined)).toThrow("not an id");
});

test("what is read is the text that was given, and of one alphabet", () => {
  const near = fc.string({ unit: fc.constantFrom(..."Az09-_./ é"), minLength: 20, maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (text) => {
      const isOne = text.length === 22 && [...text].every((sign) => /[A-Za-z0-9_-]/.test(sign));
      expect(readId(text)).toBe(isOne ? text : null);
    }),
    { verbose: 1 },
  );
});

test("the id of a command has 22 to 80 signs of the same alphabet", () => {
  const lengths = [21, 22, 80, 81].map((length) => readCommandId("t".repeat(length)) !== null);
  expect(lengths).toEqual([false, true, true, false]);
  expect(readCommandId(`${"t".repeat(30)}.`)).toBeNull();
});

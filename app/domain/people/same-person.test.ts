import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssemblyId, PersonId } from "../kernel/ids";
import { type AddressHolder, peopleBehind } from "./same-person";

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

function entry(id: string, change: Partial<AddressHolder> = {}): AddressHolder {
  return { id: id as PersonId, name: "Odette Martin", emailProvenAt: null, createdAt: day(1), roles: [], ...change };
}

const member = (assembly: string) => [{ assemblyId: assembly as AssemblyId, role: "member" }] as const;
const shown = (entries: readonly AddressHolder[]) =>
  peopleBehind(entries).map(({ person, also }) => [person.id, ...also.map(({ id }) => id)].join("+"));

test("entries with one name are one person, who proved the address first, whatever was written before", () => {
  const typed = entry("typed", { name: "ODETTE  MARTIN" });
  const proven = entry("proven", { emailProvenAt: day(9), createdAt: day(8) });
  expect(shown([typed, proven])).toEqual(["proven+typed"]);
  expect(shown([entry("later", { createdAt: day(2) }), entry("first")])).toEqual(["first+later"]);
});

test("people of one household stay apart", () => {
  expect(shown([entry("odette"), entry("paul", { name: "Paul Martin" })])).toEqual(["odette", "paul"]);
});

test("two of one name who both have the same role in one assembly are two people", () => {
  expect(shown([entry("father", { roles: member("a") }), entry("son", { roles: member("a") })])).toHaveLength(2);
  expect(shown([entry("one", { roles: member("a") }), entry("same", { roles: member("b") })])).toEqual(["one+same"]);
});

test("two who proved the address apart are two people", () => {
  const both = [entry("one", { emailProvenAt: day(2) }), entry("other", { emailProvenAt: day(3) })];
  expect(shown(both)).toEqual(["one", "other"]);
});

test("every entry stands behind exactly one person, in whatever order they are read", () => {
  const anEntry = fc.record({
    name: fc.constantFrom("Odette Martin", "odette martin", "Paul Martin"),
    emailProvenAt: fc.constantFrom(null, day(5), day(6)),
    createdAt: fc.constantFrom(day(1), day(2)),
    roles: fc.constantFrom([], member("a"), member("b")),
  });
  fc.assert(
    fc.property(fc.array(anEntry, { maxLength: 8 }), (made) => {
      const entries = made.map((one, at) => entry(`p${at}`, one));
      const people = peopleBehind(entries);
      const ids = people.flatMap(({ person, also }) => [person.id, ...also.map(({ id }) => id)]);
      expect([...ids].sort()).toEqual(entries.map(({ id }) => id).sort());
      expect(peopleBehind([...entries].reverse())).toEqual(people);
    }),
  );
});

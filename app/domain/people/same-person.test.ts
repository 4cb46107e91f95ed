import fc from "fast-check";
import { expect, test } from "vitest";
import { valueKey } from "../kernel/cell";
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

/** Entries of one address, as laws need them: few names, few days, roles in two assemblies. */
const someEntries = fc
  .array(
    fc.record({
      name: fc.constantFrom("Odette Martin", "odette  martin", "Paul Martin"),
      emailProvenAt: fc.constantFrom(null, null, day(5), day(6)),
      createdAt: fc.constantFrom(day(1), day(2), day(3)),
      roles: fc.constantFrom([], member("a"), member("b"), [...member("a"), ...member("b")]),
    }),
    { maxLength: 8 },
  )
  .map((made) => made.map((one, at) => entry(`p${at}`, one)));
const everybody = ({ person, also }: ReturnType<typeof peopleBehind<AddressHolder>>[number]) => [person, ...also];

test("law: nobody becomes somebody of another name, nor of the same role in one assembly", () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      for (const one of peopleBehind(entries)) {
        const keys = everybody(one).map(({ name }) => valueKey(name));
        expect(new Set(keys).size).toBe(1);
        const held = everybody(one).flatMap(({ roles }) =>
          roles.map(({ assemblyId, role }) => `${assemblyId} ${role}`),
        );
        expect(new Set(held).size).toBe(held.length);
      }
    }),
    { seed: 20261129 },
  );
});

test("law: of those who proved the address nobody is taken for another, and none comes behind who did not", () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      const people = peopleBehind(entries);
      for (const { also } of people) expect(also.filter(({ emailProvenAt }) => emailProvenAt !== null)).toEqual([]);
      const proven = people.map(({ person }) => person.emailProvenAt !== null);
      expect(proven).toEqual([...proven].sort((a, b) => Number(b) - Number(a)));
    }),
    { seed: 20261130 },
  );
});

test("law: in whatever order the entries are read, the same people stand behind them", () => {
  fc.assert(
    fc.property(someEntries, fc.nat(), (entries, turn) => {
      const at = entries.length === 0 ? 0 : turn % entries.length;
      expect(peopleBehind([...entries.slice(at), ...entries.slice(0, at)])).toEqual(peopleBehind(entries));
    }),
    { seed: 20261201 },
  );
});

test("nobody stands behind an address that nobody wrote down", () => {
  expect(peopleBehind([])).toEqual([]);
});

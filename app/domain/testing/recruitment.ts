import type { ColumnMeaning } from "../recruitment/pool-columns";
import type { Quota } from "../sortition/draw-request";

/** A pool file of `people` volunteers: two genders, three ages, four of five with an address for mail, two at each third address. */
export function aPoolFile(people: number): {
  readonly header: string[];
  readonly rows: string[][];
  readonly meanings: readonly ColumnMeaning[];
} {
  const header = ["id", "first name", "last name", "email", "phone", "street", "gender", "age"];
  const meanings: readonly ColumnMeaning[] = [
    "id",
    "name",
    "name",
    "email",
    "phone",
    "household",
    "feature",
    "feature",
  ];
  const rows = Array.from({ length: people }, (_, at) => {
    const email = at % 5 === 4 ? "" : `person${at}@example.org`;
    const street = at % 3 === 1 ? `${at - 1} High Street` : `${at} High Street`;
    return [
      `v${at}`,
      `First${at}`,
      `Last${at}`,
      email,
      `+33 1 00 00 ${at}`,
      street,
      at % 2 === 0 ? "woman" : "man",
      ages[Math.floor(at / 2) % 3] ?? "",
    ];
  });
  return { header, rows, meanings };
}

const ages = ["16-29", "30-59", "60+"] as const;

/** Quotas that fit `aPoolFile` for 4 seats or more, with a seat of room on each side. */
export function somePoolQuotas(seats: number): Quota[] {
  const half = Math.floor(seats / 2);
  const third = Math.floor(seats / 3);
  return [
    ...["woman", "man"].map((value) => ({ feature: "gender", value, min: half - 1, max: half + 1 })),
    ...ages.map((value) => ({ feature: "age", value, min: Math.max(0, third - 1), max: third + 2 })),
  ];
}

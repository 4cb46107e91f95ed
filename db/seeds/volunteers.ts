import type { Random } from "~/app/domain/kernel/random";
import { uniformBelow } from "~/app/domain/kernel/random";
import type { ColumnMeaning } from "~/app/domain/recruitment/pool-columns";
import type { Quota } from "~/app/domain/sortition/draw-request";
import { familyNames, givenNames, streets } from "./names";

/** A pool file as an organiser would have exported it: made-up people of a made-up university. */
export interface VolunteersFile {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly meanings: readonly ColumnMeaning[];
}

const shares = {
  Genre: { Femme: 56, Homme: 42, Autre: 2 },
  Niveau: { Licence: 60, Master: 30, Doctorat: 10 },
  Campus: { Nord: 35, Centre: 45, Sud: 20 },
  Bourse: { Boursier: 34, "Non-boursier": 66 },
  Logement: { "Chez ses parents": 32, "Résidence universitaire": 18, Colocation: 26, Seul·e: 24 },
} as const;

/** 400 volunteers, a little unlike the population, as volunteers are: more masters, more women, fewer from the southern campus. */
export function volunteers(random: Random, count = 400): VolunteersFile {
  const header = ["Identifiant", "Prénom", "Nom", "Courriel", "Téléphone", "Adresse", ...Object.keys(shares)];
  const meanings: ColumnMeaning[] = ["id", "name", "name", "email", "phone", "household"];
  const rows = Array.from({ length: count }, (_, at) => volunteer(at + 1, random));
  return { header, rows, meanings: [...meanings, ...Object.keys(shares).map((): ColumnMeaning => "feature")] };
}

function volunteer(number: number, random: Random): string[] {
  const given = pick(givenNames, random);
  const family = pick(familyNames, random);
  const address = `${1 + uniformBelow(random, 90)} ${pick(streets, random)}`;
  // One in twelve has no address for mail: they get a letter and a card.
  const email = uniformBelow(random, 12) === 0 ? "" : `${plain(given)}.${plain(family)}.${number}@etu.example.org`;
  const phone = `06 00 ${two(number / 100)} ${two(number)} ${two(number * 7)}`;
  const features = Object.values(shares).map((values) => weighted(values, random));
  return [`V${String(number).padStart(4, "0")}`, given, family, email, phone, address, ...features];
}

/** Quotas of the population: each value within a tenth of its share of the seats. */
export function populationQuotas(seats: number): Quota[] {
  return Object.entries(shares).flatMap(([feature, values]) =>
    Object.entries(values).map(([value, percent]) => {
      const exact = (percent * seats) / 100;
      const room = Math.max(1, Math.round(exact / 10));
      return { feature, value, min: Math.max(0, Math.floor(exact - room)), max: Math.ceil(exact + room) };
    }),
  );
}

function weighted(values: Readonly<Record<string, number>>, random: Random): string {
  let left = uniformBelow(random, 100);
  for (const [value, percent] of Object.entries(values)) {
    if (left < percent) return value;
    left -= percent;
  }
  throw new Error("the shares do not add up to a hundred");
}

function pick<T>(items: readonly T[], random: Random): T {
  const [picked] = items.slice(uniformBelow(random, items.length));
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
const two = (number: number): string => String(Math.floor(number) % 100).padStart(2, "0");

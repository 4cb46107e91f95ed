import type { Role } from "../assembly/role";
import { valueKey } from "../kernel/cell";
import type { AssemblyId, PersonId } from "../kernel/ids";

/** Somebody written down under an address. */
export interface AddressHolder {
  readonly id: PersonId;
  readonly name: string;
  /** When they proved the address; null for what an organiser wrote. */
  readonly emailProvenAt: Date | null;
  readonly createdAt: Date;
  /** Every role they ever held, ended ones too. */
  readonly roles: readonly { readonly assemblyId: AssemblyId; readonly role: Role }[];
}

/** One person, with the entries of the same address that are theirs too. */
export interface OnePerson<Holder> {
  readonly person: Holder;
  readonly also: readonly Holder[];
}

/**
 * Who stands behind the entries of one address, for somebody who has just proven that it is theirs. Entries with one name are one
 * person, but not two who proved it apart, nor two with the same role in one assembly (a father and his son). The one who proved it
 * comes first, else the one known longest. Nobody may ask this of an address without its proof: it is how an entry that an organiser
 * typed becomes somebody known elsewhere.
 */
export function peopleBehind<Holder extends AddressHolder>(entries: readonly Holder[]): readonly OnePerson<Holder>[] {
  const people: { person: Holder; also: Holder[] }[] = [];
  for (const entry of [...entries].sort(byStanding)) {
    const same = people.find((one) => mayBeOne([one.person, ...one.also], entry));
    if (same) same.also.push(entry);
    else people.push({ person: entry, also: [] });
  }
  return people;
}

function mayBeOne(known: readonly AddressHolder[], entry: AddressHolder): boolean {
  if (entry.emailProvenAt !== null) return false;
  const [first] = known;
  const held = new Set(known.flatMap(({ roles }) => roles.map(keyOf)));
  return (
    first !== undefined &&
    valueKey(first.name) === valueKey(entry.name) &&
    !entry.roles.some((role) => held.has(keyOf(role)))
  );
}

const keyOf = ({ assemblyId, role }: AddressHolder["roles"][number]): string => `${assemblyId} ${role}`;

function byStanding(a: AddressHolder, b: AddressHolder): number {
  const proven = Number(b.emailProvenAt !== null) - Number(a.emailProvenAt !== null);
  return proven || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}

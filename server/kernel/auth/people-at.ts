import { type OnePerson, peopleBehind } from "~/app/domain/people/same-person";
import type { Main } from "~/db/connect";
import { findAddressHolders, type PersonRow } from "~/db/repositories/person";

/** The people behind an address, one line for each, for somebody who has proven that it is theirs. */
export async function peopleAt(db: Main, email: string): Promise<readonly OnePerson<PersonRow>[]> {
  return peopleBehind(await findAddressHolders(db, email));
}

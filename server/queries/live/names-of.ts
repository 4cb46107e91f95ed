import type { PersonId } from "~/app/domain/kernel/ids";
import { namesOfPeople } from "~/db/repositories/person";
import type { App } from "../../context";

/** What these people are called, for those who may know what they did. */
export async function namesOf(
  { stores }: Pick<App, "stores">,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  return people.length > 0 ? namesOfPeople(stores.main, people) : new Map();
}

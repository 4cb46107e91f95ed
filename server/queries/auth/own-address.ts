import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";

/** The address at which the person who asks can show who they are; null when none is known. */
export async function ownAddress({ app, actor }: Caller): Promise<string | null> {
  if (actor.kind !== "person") return null;
  return (await findPerson(app.stores.main, actor.personId))?.email ?? null;
}

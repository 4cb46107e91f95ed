import { inPerson } from "~/app/domain/assembly/actor";
import { findPerson } from "~/db/repositories/person";
import type { Caller } from "../../context";

/**
 * The address at which the person who asks can show who they are; null when none is known. A device that opens one participation is not
 * told: whoever printed its card may never have known the address.
 */
export async function ownAddress({ app, actor }: Caller): Promise<string | null> {
  const self = inPerson(actor);
  return self && ((await findPerson(app.stores.main, self.personId))?.email ?? null);
}

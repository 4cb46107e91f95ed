import type { PersonId } from "~/app/domain/kernel/ids";

/** Numbers of one person in one document: each page that opens it draws one. */
const MOST_OF_ONE_PERSON = 2_000;

/**
 * Whose each Yjs client number of a document is (D14). A number belongs to the first person who connected with it or wrote under it, for
 * good; the same person may come back with it from any device, as a page does that lost its connection.
 */
export class ClientNumbers {
  readonly #owners: Map<number, PersonId>;
  readonly #claims = new Map<PersonId, number>();

  constructor(owners: ReadonlyMap<number, PersonId> = new Map()) {
    this.#owners = new Map(owners);
  }

  /** Takes the number for a person; false when it is somebody else's. */
  claim(client: number, personId: PersonId): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === personId;
    const claims = (this.#claims.get(personId) ?? 0) + 1;
    if (claims > MOST_OF_ONE_PERSON) return false;
    this.#claims.set(personId, claims);
    this.#owners.set(client, personId);
    return true;
  }

  isOf(client: number, personId: PersonId): boolean {
    return (this.#owners.get(client) ?? personId) === personId;
  }

  /** Whose a number is; null when it is nobody's yet. */
  ownerOf(client: number): PersonId | null {
    return this.#owners.get(client) ?? null;
  }

  /** What the log says: it was written before anybody claimed. */
  learn(owners: ReadonlyMap<number, PersonId>): void {
    for (const [client, personId] of owners) this.#owners.set(client, personId);
  }
}

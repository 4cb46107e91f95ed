import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import type { DocumentId, PersonId } from "~/app/domain/kernel/ids";
import type { Secrets } from "~/server/auth/secrets";
import type { ClientNumbers } from "./client-numbers";
import type { Told } from "./document-frames";
import { scanUpdate, type UpdateOutline } from "./scan-update";

/** A text that the server once told, with whose each client's number is. */
export interface Witnessed {
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
  readonly owners: ReadonlyMap<number, PersonId>;
}

/** What a page keeps with a text that it was told. */
export type Proof = Omit<Told, "update">;

/**
 * Proofs that the server itself told a text of a document: whoever shows one may give back what the server has lost since, under the names of
 * those who wrote it, and nobody can make one up.
 */
export class Witnesses {
  constructor(
    private readonly documentId: DocumentId,
    private readonly secrets: Pick<Secrets, "witness">,
  ) {}

  /** Null where it is not known whose all of it is. */
  of(update: Uint8Array, numbers: ClientNumbers): Proof | null {
    const clients = [...(scanUpdate(update)?.clients.keys() ?? [])];
    const owners = clients.map((client) => [client, numbers.ownerOf(client)] as const);
    if (owners.some(([, owner]) => owner === null)) return null;
    const encoder = createEncoder();
    writeVarUint(encoder, owners.length);
    for (const [client, owner] of owners) {
      writeVarUint(encoder, client);
      writeVarString(encoder, owner ?? "");
    }
    const whose = toUint8Array(encoder);
    return { whose, witness: this.#prove(update, whose) };
  }

  /** Null for what the server never told. */
  verified({ update, whose, witness }: Told): Witnessed | null {
    if (!isSame(this.#prove(update, whose), witness)) return null;
    const outline = scanUpdate(update);
    if (!outline) return null;
    const decoder = createDecoder(whose);
    const owners = new Map<number, PersonId>();
    for (let left = readVarUint(decoder); left > 0; left--) {
      const client = readVarUint(decoder);
      owners.set(client, readVarString(decoder) as PersonId);
    }
    return { update, outline, owners };
  }

  /** Of the document, of whose it is, and of the text: each with its length, so that nothing moves from one into the other. */
  #prove(update: Uint8Array, whose: Uint8Array): Uint8Array {
    const encoder = createEncoder();
    writeVarString(encoder, this.documentId);
    writeVarUint(encoder, whose.length);
    writeUint8Array(encoder, whose);
    writeUint8Array(encoder, update);
    return this.secrets.witness("document", toUint8Array(encoder));
  }
}

/** Each byte is looked at, whatever the others are. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return one.reduce((different, byte, at) => different | (byte ^ (other[at] ?? 0)), 0) === 0;
}

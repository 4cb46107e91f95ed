import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { type DocumentId, knownId, type PersonId } from "~/app/domain/kernel/ids";
import type { Secrets } from "~/server/auth/secrets";
import type { ClientNumbers } from "./client-numbers";
import type { ScannedUpdate } from "./integrate-update";

/** A text that the server once told, with whose each client's number is. */
export interface Witnessed extends ScannedUpdate {
  readonly owners: ReadonlyMap<number, PersonId>;
}

/**
 * Proofs that the server itself told a text of a document: whoever shows one may give back what the server has lost since, under the names of
 * those who wrote it. Nobody can make one up, nor read in it who they are.
 */
export class Witnesses {
  constructor(
    private readonly documentId: DocumentId,
    private readonly secrets: Pick<Secrets, "seal" | "unseal">,
  ) {}

  /** Null where it is not known whose all of it is. */
  of({ update, outline }: ScannedUpdate, numbers: ClientNumbers): Uint8Array | null {
    const clients = [...outline.clients.keys()];
    const owners = clients.map((client) => [client, numbers.ownerOf(client)] as const);
    if (owners.some(([, owner]) => owner === null)) return null;
    const encoder = createEncoder();
    writeVarUint(encoder, owners.length);
    for (const [client, owner] of owners) {
      writeVarUint(encoder, client);
      writeVarString(encoder, owner ?? "");
    }
    return this.secrets.seal("document", toUint8Array(encoder), this.#beside(update));
  }

  /** Null for what the server never told. */
  verified({ update, outline }: ScannedUpdate, proof: Uint8Array): Witnessed | null {
    const whose = this.secrets.unseal("document", proof, this.#beside(update));
    if (!whose) return null;
    const decoder = createDecoder(whose);
    const owners = new Map<number, PersonId>();
    for (let left = readVarUint(decoder); left > 0; left--) {
      const client = readVarUint(decoder);
      owners.set(client, knownId(readVarString(decoder)));
    }
    return { update, outline, owners };
  }

  /** A proof holds for one text of one document. */
  #beside(update: Uint8Array): Uint8Array {
    const encoder = createEncoder();
    writeVarString(encoder, this.documentId);
    writeUint8Array(encoder, update);
    return toUint8Array(encoder);
  }
}

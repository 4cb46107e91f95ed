import type { Actor } from "~/app/domain/assembly/actor";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { ReceiptKey } from "~/db/repositories/command-receipt";
import type { App } from "../context";

export interface Order {
  /** Made by the client; the same id again is answered, not repeated. Null for work of the installation itself. */
  readonly commandId: CommandId | null;
  readonly action: string;
  /** Who may ask the same again and be answered, where the command ends the sign-in of whoever asked; the actor unless said. */
  readonly repeatedBy?: Actor;
  /** What somebody who is not signed in shows (a token, a code with its mail): a repeat is answered to who shows the same. */
  readonly proof?: string;
}

/**
 * Under what a command's answer is kept; null where it is not. Of somebody signed in the id is enough: nobody else is answered. Whoever
 * signs in is nobody yet: their answer is kept under the id and what they showed (`proof`), hashed with the secret, so that neither the id
 * alone nor a copy of the database is answered with somebody's device; without a proof nothing is kept of what a visitor asks.
 */
export function receiptKey({ secrets }: Pick<App, "secrets">, actor: Actor, order: Order): ReceiptKey | null {
  const { commandId, action, proof, repeatedBy = actor } = order;
  if (commandId === null) return null;
  if (repeatedBy.kind !== "visitor") {
    return { sender: repeatedBy.kind === "person" ? repeatedBy.personId : repeatedBy.kind, id: commandId, action };
  }
  if (proof === undefined) return null;
  return { sender: repeatedBy.kind, id: secrets.keyedHash("receipt", `${commandId}:${proof}`), action };
}

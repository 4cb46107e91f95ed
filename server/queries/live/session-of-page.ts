import type { AssemblyId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findSession } from "~/db/repositories/session-calendar";
import type { App } from "../../context";

export interface SessionOfPage {
  /** The parts of the page's address. */
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** The session that the form is about. */
  readonly asked: SessionId;
}

/**
 * The session of a page, when the page's address, its assembly and the form that was sent from it are of one mind. Whether the sender may do
 * anything there is the command's to say. Refuses with `not-found`.
 */
export async function sessionOfPage(
  { stores: { main } }: Pick<App, "stores">,
  { assemblyId, sessionId, asked }: SessionOfPage,
): Promise<Result<SessionId>> {
  if (sessionId !== asked) return refuse("not-found");
  const session = await findSession(main, asked);
  return session?.assemblyId === assemblyId ? accept(asked) : refuse("not-found");
}

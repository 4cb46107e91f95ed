import type { Action } from "~/app/domain/assembly/rights";
import type { SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { findSession, type SessionRow } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { type Authorised, authorise } from "../authorise";

/** A session the caller may act in. */
export interface Entered extends Authorised {
  readonly session: SessionRow;
}

export interface SessionRequest {
  readonly action: Action;
  readonly sessionId: SessionId;
  /** Inside a transaction, its handle. */
  readonly tx?: Main;
}

/**
 * Loads a session and asks `permits`. Refuses with `session-unknown` (also for strangers to the assembly, so that an id tells
 * nothing), and with every other refusal of `permits`.
 */
export async function enterSession(
  { app, actor }: Caller,
  { action, sessionId, tx }: SessionRequest,
): Promise<Result<Entered>> {
  const db = tx ?? app.stores.main;
  if (actor.kind === "visitor") return refuse("sign-in-needed");
  const session = await findSession(db, sessionId);
  if (!session) return refuse("session-unknown");
  const authorised = await authorise(db, actor, { action, assemblyId: session.assemblyId });
  if (authorised.ok) return accept({ ...authorised.value, session });
  return authorised.refusal.code === "assembly-unknown" ? refuse("session-unknown") : authorised;
}

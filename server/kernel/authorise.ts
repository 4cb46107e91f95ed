import type { Actor } from "~/app/domain/assembly/actor";
import { isGrave } from "~/app/domain/assembly/grave";
import { type AssemblyScope, permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { type AssemblyRow, findAssembly } from "~/db/repositories/assembly";
import { openPhaseKinds } from "~/db/repositories/phase";

/** An assembly the actor may act in, with the scope that `permits` was asked about (add a group or document and ask again). */
export interface Authorised {
  readonly assembly: AssemblyRow;
  readonly scope: AssemblyScope;
}

export interface AskedRight {
  readonly action: Action;
  readonly assemblyId: AssemblyId;
  /** For pages that show what the action works on and change nothing: what is grave to do is not grave to see. */
  readonly looksOnly?: boolean;
}

/**
 * Loads the assembly and asks `permits`. Refuses with `assembly-unknown` (also for strangers to the assembly, so that an id tells
 * nothing), with every refusal of `permits`, and with `prove-again` where the action is grave and the person has not proved lately
 * who they are.
 */
export async function authorise(
  db: Main,
  actor: Actor,
  { action, assemblyId, looksOnly = false }: AskedRight,
): Promise<Result<Authorised>> {
  const assembly = await findAssembly(db, assemblyId);
  const scope: AssemblyScope = { assemblyId, openPhases: assembly ? await openPhaseKinds(db, assemblyId) : [] };
  const permitted = permits(actor, action, scope);
  if (!permitted.ok) return permitted.refusal.code === "not-a-participant" ? refuse("assembly-unknown") : permitted;
  if (!assembly) return refuse("assembly-unknown");
  const proven = actor.kind !== "person" || actor.device === undefined || actor.device.proven;
  if (isGrave(action) && !looksOnly && !proven) return refuse("prove-again");
  return accept({ assembly, scope });
}

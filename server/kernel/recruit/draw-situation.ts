import type { AssemblyId } from "~/app/domain/kernel/ids";
import { basisText, type DrawBasis } from "~/app/domain/recruitment/draw-basis";
import { fingerprint } from "~/app/domain/recruitment/fingerprint";
import { type DrawnBefore, seatsKept } from "~/app/domain/recruitment/plan-draw";
import type { Main } from "~/db/connect";
import type { DrawRunHead } from "~/db/repositories/draw";
import { listInvitations } from "~/db/repositories/invitation";
import { findPool } from "~/db/repositories/pool";
import { listQuotas } from "~/db/repositories/quota";
import type { App } from "../../context";

/** Who was invited so far, as the rules of replacement need it. */
export async function drawnBefore(db: Main, assemblyId: AssemblyId): Promise<DrawnBefore[]> {
  return (await listInvitations(db, assemblyId)).map(({ candidateId, state, deadline, replacedBy }) => ({
    candidateId,
    state,
    deadlineMs: deadline?.getTime() ?? null,
    replaced: replacedBy !== null,
  }));
}

/** The fingerprint of a situation: the same as long as seats, volunteers, quotas and the people seated are. */
export function basisOf(app: App, basis: DrawBasis): string {
  return fingerprint(app.secrets.tokenHash(basisText(basis)));
}

interface Situation {
  readonly assembly: { readonly id: AssemblyId; readonly seats: number };
  readonly kind: DrawRunHead["kind"];
}

/** The fingerprint of the situation at this moment, as a draw of this kind sees it. */
export async function currentBasis(app: App, db: Main, { assembly: { id, seats }, kind }: Situation): Promise<string> {
  const kept = kind === "replacement" ? seatsKept(await drawnBefore(db, id)) : undefined;
  return basisOf(app, {
    seats,
    importBatch: (await findPool(db, id))?.importBatch ?? null,
    quotas: await listQuotas(db, id),
    ...(kept && { confirmedIds: kept.stayingIds, excludedIds: kept.goneIds }),
  });
}

import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { drawRunUnderWay, listDraws } from "~/db/repositories/draw";
import { countInvitations } from "~/db/repositories/invitation";
import { findPool } from "~/db/repositories/pool";
import { countQuotas } from "~/db/repositories/quota";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** Where recruitment stands: what the line on top of its pages shows. */
export interface RecruitmentFrame {
  readonly organiser: boolean;
  readonly seats: number;
  readonly people: number;
  readonly quotas: number;
  readonly draws: number;
  readonly drawing: boolean;
  readonly invited: number;
  readonly accepted: number;
}

/** For organisers, guarantors and scrutineers. Refuses as `authorise` does. */
export async function recruitmentFrame(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<RecruitmentFrame>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "draw.see", assemblyId });
  if (!authorised.ok) return authorised;
  const states = await countInvitations(main, assemblyId);
  const invited = Object.values(states).reduce((sum, count) => sum + count, 0);
  return accept({
    organiser: permits(actor, "assembly.edit", authorised.value.scope).ok,
    seats: authorised.value.assembly.seats,
    people: (await findPool(main, assemblyId))?.people ?? 0,
    quotas: await countQuotas(main, assemblyId),
    draws: (await listDraws(main, assemblyId)).length,
    drawing: (await drawRunUnderWay(main, assemblyId)) !== undefined,
    invited,
    accepted: states.accepted ?? 0,
  });
}

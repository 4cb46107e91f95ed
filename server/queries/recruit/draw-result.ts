import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyId, DrawId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DrawRecord, drawRecordFrom } from "~/app/domain/recruitment/draw-record";
import { findCandidates } from "~/db/repositories/candidate";
import { drawnCandidateIds, findDraw, listDraws } from "~/db/repositories/draw";
import { authorise } from "../../commands/kernel/authorise";
import type { Caller } from "../../context";
import { type DrawSummary, summaryOf } from "./draw-page";

export interface DrawResultPage extends DrawSummary {
  readonly seats: number;
  readonly seed: string;
  readonly inputsHash: string;
  /** The list it was drawn from has been deleted; only its fingerprint is left. */
  readonly inputsDeleted: boolean;
  readonly record: DrawRecord;
  /** For organisers with names; for others under their random ids. */
  readonly drawn: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly features: readonly string[];
  }[];
  readonly others: readonly DrawSummary[];
}

/** One draw as it was made. Refuses as `authorise` does, and `not-found`. */
export async function drawResult(
  { app, actor }: Caller,
  { assemblyId, drawId }: { readonly assemblyId: AssemblyId; readonly drawId: DrawId },
): Promise<Result<DrawResultPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "draw.see", assemblyId });
  if (!authorised.ok) return authorised;
  const draw = await findDraw(main, drawId);
  if (draw?.assemblyId !== assemblyId) return refuse("not-found");
  const record = drawRecordFrom(draw.report);
  const names = rolesIn(actor, assemblyId).some(({ role }) => role === "organiser");
  const features = [...new Set(record.values.map(({ feature }) => feature))];
  const ids = await drawnCandidateIds(main, drawId);
  const people = new Map((await findCandidates(main, ids)).map((person) => [person.id, person]));
  return accept({
    ...summaryOf(draw),
    seats: draw.seats,
    seed: draw.seed,
    inputsHash: draw.inputsHash,
    inputsDeleted: draw.inputs === "",
    record,
    drawn: ids.map((id) => ({
      id,
      name: names ? (people.get(id)?.name ?? null) : null,
      features: features.map((feature) => people.get(id)?.features[feature] ?? ""),
    })),
    others: (await listDraws(main, assemblyId)).filter(({ id }) => id !== drawId).map(summaryOf),
  });
}

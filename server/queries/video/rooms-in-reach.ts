import type { ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import { listHeldEver, listOpenRooms, type OpenRoom } from "~/db/repositories/video-place";
import type { App } from "../../context";

export interface RoomsInReach {
  /** Where these people may be connected now. */
  readonly rooms: readonly OpenRoom[];
  /** Whose each of their roles is, or was. */
  readonly owners: ReadonlyMap<ParticipationId, PersonId>;
}

/** The rooms that run now in the assemblies where these people take part, or did. */
export async function roomsInReach(
  { stores: { main } }: Pick<App, "stores">,
  personIds: readonly PersonId[],
): Promise<RoomsInReach> {
  const held = await listHeldEver(main, personIds);
  return {
    rooms: await listOpenRooms(main, [...new Set(held.map(({ assemblyId }) => assemblyId))]),
    owners: new Map(held.map(({ id, personId }) => [id, personId])),
  };
}

import type { DocumentCloseReason } from "../../protocol/close-codes";
import type { Admitted, ConnectionOptions } from "./connection-options";
import { UpdateRefused } from "./integrate-update";
import type { Room } from "./room";

/** The room of somebody let in; or why not: the document cannot be opened, or the browser's number is somebody else's (D14). */
export async function enterRoom(
  { rooms, client }: Pick<ConnectionOptions, "rooms" | "client">,
  { access, personId }: Admitted,
): Promise<Room | DocumentCloseReason> {
  const room = await rooms.enter(access.document).catch((error: unknown) => {
    if (error instanceof UpdateRefused) return null;
    throw error;
  });
  if (!room) return "tooLarge";
  if (room.numbers.claim(client, personId)) return room;
  await rooms.leave(room);
  return "numberTaken";
}

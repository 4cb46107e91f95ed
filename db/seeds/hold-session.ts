import { closeSession } from "~/server/commands/live/close-session";
import { startSession } from "~/server/commands/live/start-session";
import { listSessions } from "../repositories/session-calendar";
import { type Convention, type DemoWorld, must } from "./demo-world";

/** Runs a session of the template from its beginning to its end, on its day: what was said there is another story. */
export async function holdSession(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  index: number,
): Promise<void> {
  const session = (await listSessions(world.app.stores.main, assemblyId))[index];
  if (!session) throw new Error(`the template has no session ${index}`);
  const caller = await world.as(organiser);
  world.travelTo(session.startsAt);
  must(await startSession(caller, world.commandId(), { sessionId: session.id }));
  world.travelTo(session.endsAt);
  must(await closeSession(caller, world.commandId(), { sessionId: session.id }));
}

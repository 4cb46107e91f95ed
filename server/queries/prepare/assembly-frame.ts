import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyFrame } from "~/app/domain/assembly/frame";
import { readersOfNotes } from "~/app/domain/assembly/notes-readers";
import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listSessions } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** The frame of an assembly's pages, for those who take part in it. */
export async function assemblyFrame(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<AssemblyFrame<Localised>>> {
  const authorised = await authorise(app.stores.main, actor, { action: "assembly.see", assemblyId });
  if (!authorised.ok) return authorised;
  const { assembly, scope } = authorised.value;
  const { id, slug, title, question, languages, timeZone } = assembly;
  const running = (await listSessions(app.stores.main, assemblyId)).find(({ state }) => state === "running");
  const attends = permits(actor, "session.attend", scope).ok;
  return accept({
    id,
    slug,
    title,
    question,
    languages,
    timeZone,
    contact: { name: assembly.contactName, phone: assembly.contactPhone, email: assembly.contactEmail },
    roles: rolesIn(actor, assemblyId).map(({ role, participationId }) => ({ role, participationId })),
    openPhases: scope.openPhases,
    underWay: running && attends ? { sessionId: running.id, title: running.title } : null,
    notesReaders: running ? readersOfNotes(running.notesReaders, assembly.notesReaders) : assembly.notesReaders,
  });
}

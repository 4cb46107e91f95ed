import { rolesIn } from "~/app/domain/assembly/actor";
import { type NotesReaders, readersOfNotes } from "~/app/domain/assembly/notes-readers";
import { permits } from "~/app/domain/assembly/permits";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listSessions } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** What every page of an assembly knows. */
export interface AssemblyFrame {
  readonly id: AssemblyId;
  readonly slug: string;
  readonly title: Localised;
  readonly question: Localised;
  readonly languages: readonly Locale[];
  readonly timeZone: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly roles: readonly { readonly role: Role; readonly participationId: ParticipationId }[];
  readonly openPhases: readonly PhaseKind[];
  /** The session under way, for those who may attend it. */
  readonly underWay: { readonly sessionId: SessionId; readonly title: Localised } | null;
  /** Who will read the notes of tables that write now, once the session is over. */
  readonly notesReaders: NotesReaders;
}

/** The frame of an assembly's pages, for those who take part in it. */
export async function assemblyFrame(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<AssemblyFrame>> {
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

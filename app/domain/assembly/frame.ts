import type { AssemblyId, ParticipationId, SessionId } from "../kernel/ids";
import type { Locale } from "../kernel/locale";
import type { RoleHolder } from "./actor";
import type { NotesReaders } from "./notes-readers";
import type { AssemblyScope } from "./permits";
import type { PhaseKind } from "./phase";
import type { Role } from "./role";

/** What every page of an assembly knows of it and of who looks. `Text`: in every language, or in that of the page. */
export interface AssemblyFrame<Text> {
  readonly id: AssemblyId;
  readonly slug: string;
  readonly title: Text;
  readonly question: Text;
  readonly languages: readonly Locale[];
  readonly timeZone: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** What the person who looks is here. */
  readonly roles: readonly { readonly role: Role; readonly participationId: ParticipationId }[];
  readonly openPhases: readonly PhaseKind[];
  /** The session under way, for those who may attend it. */
  readonly underWay: { readonly sessionId: SessionId; readonly title: Text } | null;
  /** Who will read the notes of tables that write now, once the session is over. */
  readonly notesReaders: NotesReaders;
}

/** Who looks, for `permits`, as far as a page knows: to show or hide a way in. */
export function whoLooks({ id, roles, openPhases }: Pick<AssemblyFrame<unknown>, "id" | "roles" | "openPhases">): {
  readonly actor: RoleHolder;
  readonly scope: AssemblyScope;
} {
  const participations = roles.map((held) => ({ ...held, assemblyId: id }));
  return { actor: { kind: "person", participations }, scope: { assemblyId: id, openPhases } };
}

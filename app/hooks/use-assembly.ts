import { useRouteLoaderData } from "@remix-run/react";
import type { NotesReaders } from "../domain/assembly/notes-readers";
import type { PhaseKind } from "../domain/assembly/phase";
import { type Action, rights } from "../domain/assembly/rights";
import type { Role } from "../domain/assembly/role";
import type { Locale } from "../domain/kernel/locale";

/** What every page under `/:lang/assembly/:assemblyId` knows of its assembly. */
export interface AssemblyOfPage {
  readonly id: string;
  readonly slug: string;
  /** In the language of the page. */
  readonly title: string;
  readonly question: string;
  readonly languages: readonly Locale[];
  readonly timeZone: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** What the person who looks is here. */
  readonly roles: readonly { readonly role: Role; readonly participationId: string }[];
  readonly openPhases: readonly PhaseKind[];
  /** How far this goes in the assembly's stream (`useListening`). */
  readonly heard: Readonly<Record<string, number>>;
  /** The session under way, for those who may attend it; its title in the language of the page. */
  readonly underWay: { readonly sessionId: string; readonly title: string } | null;
  /** Who will read the notes of tables that write now, once the session is over. */
  readonly notesReaders: NotesReaders;
}

/** The route that loads it. */
export const ASSEMBLY_ROUTE = "routes/$lang.assembly.$assemblyId";

/** The assembly of the page; throws outside its layout, which is a mistake of ours. */
export function useAssembly(): AssemblyOfPage {
  const assembly = useRouteLoaderData(ASSEMBLY_ROUTE) as AssemblyOfPage | undefined;
  if (!assembly) throw new Error("useAssembly is for pages under the assembly's layout");
  return assembly;
}

/**
 * Whether the person may do this now, by role and phase: to show or hide a way in. The server decides again, with the group, the
 * document or the vote concerned.
 */
export function useMay(): (action: Action) => boolean {
  const { roles, openPhases } = useAssembly();
  return (action) => mayShow(action, roles, openPhases);
}

export function mayShow(
  action: Action,
  held: AssemblyOfPage["roles"],
  openPhases: AssemblyOfPage["openPhases"],
): boolean {
  const { to, during } = rights[action] as { readonly to: readonly Role[]; readonly during: readonly PhaseKind[] };
  return held.some(({ role }) => to.includes(role)) && openPhases.some((kind) => during.includes(kind));
}

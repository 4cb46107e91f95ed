import { useRouteLoaderData } from "@remix-run/react";
import { type AssemblyFrame, whoLooks } from "../domain/assembly/frame";
import { permits } from "../domain/assembly/permits";
import type { Action } from "../domain/assembly/rights";

/** What every page under `/:lang/assembly/:assemblyId` knows of its assembly, in the language of the page. */
export interface AssemblyOfPage extends AssemblyFrame<string> {
  /** How far this goes in the assembly's stream (`useListening`). */
  readonly heard: Readonly<Record<string, number>>;
}

/** The route that loads it. */
export const ASSEMBLY_ROUTE = "routes/$lang.assembly.$assemblyId";

/** The assembly of the page; throws outside its layout, which is a mistake of ours. */
export function useAssembly(): AssemblyOfPage {
  const assembly = useRouteLoaderData<AssemblyOfPage>(ASSEMBLY_ROUTE);
  if (!assembly) throw new Error("useAssembly is for pages under the assembly's layout");
  return assembly;
}

/**
 * Whether the person may do this now, by role and phase: to show or hide a way in. The server decides again, with the group, the
 * document or the vote concerned.
 */
export function useMay(): (action: Action) => boolean {
  const { actor, scope } = whoLooks(useAssembly());
  return (action) => permits(actor, action, scope).ok;
}

import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, OrganisationId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { listAssemblies } from "~/db/repositories/assembly";
import { listOrganisations } from "~/db/repositories/organisation";
import type { Caller } from "../../context";

export interface MyHome {
  readonly assemblies: readonly {
    readonly id: AssemblyId;
    readonly title: Localised;
    readonly question: Localised;
    readonly roles: readonly Role[];
  }[];
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
}

/** The assemblies somebody takes part in, the newest first, and the organisations they prepare assemblies for. */
export async function myHome({ app, actor }: Caller): Promise<Result<MyHome>> {
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const held = actor.participations;
  const rows = await listAssemblies(app.stores.main, [...new Set(held.map(({ assemblyId }) => assemblyId))]);
  const newestFirst = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const organisations = await listOrganisations(app.stores.main, actor.organiserOf);
  return accept({
    assemblies: newestFirst.map(({ id, title, question }) => ({
      id,
      title,
      question,
      roles: held.filter(({ assemblyId }) => assemblyId === id).map(({ role }) => role),
    })),
    organisations: organisations.map(({ id, name }) => ({ id, name })),
  });
}

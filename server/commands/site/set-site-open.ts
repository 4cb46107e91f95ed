import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findSite, saveSite } from "~/db/repositories/site";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

/** Opens the public site, or closes it again. Done already, it is answered the same. Refuses with what `authorise` refuses. */
export async function setSiteOpen(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, open }: { readonly assemblyId: AssemblyId; readonly open: boolean },
): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut<null>(caller, { commandId, action: "site.open" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "assembly.edit", assemblyId });
    if (!authorised.ok) return authorised;
    if (actor.kind !== "person") return refuse("sign-in-needed");
    const before = await findSite(tx, assemblyId);
    const isOpen = before !== undefined && before.closedAt === null;
    if (isOpen === open) return accept({ value: null, journal: [] });
    const now = app.clock.now();
    const opened = open || !before ? { openedAt: now, openedBy: actor.personId } : before;
    await saveSite(tx, {
      assemblyId,
      openedAt: opened.openedAt,
      openedBy: opened.openedBy,
      closedAt: open ? null : now,
    });
    const action = open ? "site.open" : "site.close";
    return accept({ value: null, journal: [{ action, assemblyId, subject: { kind: "assembly", id: assemblyId } }] });
  });
}

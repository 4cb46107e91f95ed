import type { AssemblySettings } from "~/app/domain/assembly/settings";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { authorise } from "../../commands/kernel/authorise";
import type { Caller } from "../../context";

export interface SettingsToEdit {
  readonly settings: AssemblySettings;
  readonly version: number;
  readonly slug: string;
}

/** What an organiser edits about an assembly, with the version that the form must send back. */
export async function assemblySettings(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<SettingsToEdit>> {
  const authorised = await authorise(app.stores.main, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const { title, question, languages, timeZone, seats, groupSize, authorityName, commitment, version, slug, ...rest } =
    authorised.value.assembly;
  const { contactName, contactPhone, contactEmail } = rest;
  const contact = { contactName, contactPhone, contactEmail };
  return accept({
    settings: { title, question, languages, timeZone, seats, groupSize, authorityName, commitment, ...contact },
    version,
    slug,
  });
}

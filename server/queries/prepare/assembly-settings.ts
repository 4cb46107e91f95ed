import type { AssemblySettings } from "~/app/domain/assembly/settings";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { settingsMark, settingsOf } from "../../kernel/prepare/settings-mark";

export interface SettingsToEdit {
  readonly settings: AssemblySettings;
  /** Goes back with what is saved over these settings. */
  readonly mark: string;
  readonly slug: string;
}

/** What an organiser edits about an assembly, with the mark that the form must send back. */
export async function assemblySettings(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<SettingsToEdit>> {
  const authorised = await authorise(app.stores.main, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const { assembly } = authorised.value;
  return accept({ settings: settingsOf(assembly), mark: settingsMark(assembly), slug: assembly.slug });
}

import { isLiveCommand, liveCommands } from "~/realtime/protocol/commands";
import type { LiveCommandName, LiveCommands } from "../../domain/deliberation/commands";
import { gatherLiveForm } from "./gather-live-form";

/** A live command whose input has been read by its schema. */
export type ReadLiveCommand = { readonly [Name in LiveCommandName]: ReadNamed<Name> }[LiveCommandName];
interface ReadNamed<Name extends LiveCommandName> {
  readonly name: Name;
  readonly commandId: string;
  readonly input: LiveCommands[Name];
}

/** The command a form asks for; else the first field that is missing (null: no form of ours). */
export function readLiveForm(
  form: FormData,
): { readonly ok: true; readonly command: ReadLiveCommand } | { readonly ok: false; readonly field: string | null } {
  const { name, commandId, input } = gatherLiveForm(form);
  if (!isLiveCommand(name) || !/^[\w-]{22,80}$/.test(commandId)) return { ok: false, field: null };
  const read = liveCommands[name].safeParse(input);
  if (!read.success) return { ok: false, field: read.error.issues[0]?.path.map(String)[0] ?? null };
  // The schema of a name reads the input of that name (`satisfies` in the protocol); the compiler cannot follow the index.
  return { ok: true, command: { name, commandId, input: read.data } as ReadLiveCommand };
}

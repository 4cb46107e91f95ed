import { isLiveCommand, readLiveInput } from "~/realtime/protocol/commands";
import type { LiveCommandName, LiveCommands } from "../../domain/deliberation/commands";
import { type CommandId, readCommandId } from "../../domain/kernel/ids";
import type { Refusal } from "../../domain/kernel/refusal";
import { gatherLiveForm } from "./gather-live-form";

/** A live command whose input has been read by its schema. */
export type ReadLiveCommand = { readonly [Name in LiveCommandName]: ReadNamed<Name> }[LiveCommandName];
interface ReadNamed<Name extends LiveCommandName> {
  readonly name: Name;
  readonly commandId: CommandId;
  readonly input: LiveCommands[Name];
}

/** The command a form asks for. Refuses what no form of ours sends (`not-understood`), and beside its field what is missing or cannot be kept. */
export function readLiveForm(
  form: FormData,
): { readonly ok: true; readonly command: ReadLiveCommand } | { readonly ok: false; readonly refusal: Refusal } {
  const { name, commandId: id, input } = gatherLiveForm(form);
  const commandId = readCommandId(id);
  if (!isLiveCommand(name) || commandId === null) return { ok: false, refusal: { code: "not-understood" } };
  const read = readLiveInput(name, input);
  if (read.ok) return { ok: true, command: { name, commandId, input: read.value } as ReadLiveCommand };
  const { code, field } = read.refusal;
  return { ok: false, refusal: code === "not-understood" && field ? { code: "field-required", field } : read.refusal };
}

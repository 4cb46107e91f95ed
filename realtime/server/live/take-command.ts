import type { LiveCommandName } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { runLiveCommand } from "~/server/commands/live/run-live-command";
import type { Caller } from "~/server/context";
import { isLiveCommand, readLiveInput } from "../../protocol/commands";
import type { ReadCommand } from "../../protocol/live-messages";

/** Reads the input by the command's schema and carries it out (L1). Refuses with `not-understood` what no page of ours sends. */
export async function takeCommand(caller: Caller, { id, name, input }: ReadCommand): Promise<Result<unknown>> {
  return isLiveCommand(name) ? takeNamed(caller, id, { name, input }) : refuse("not-understood");
}

async function takeNamed<Name extends LiveCommandName>(
  caller: Caller,
  commandId: CommandId,
  { name, input }: { readonly name: Name; readonly input: unknown },
): Promise<Result<unknown>> {
  const read = readLiveInput(name, input);
  return read.ok ? runLiveCommand(caller, commandId, { name, input: read.value }) : read;
}

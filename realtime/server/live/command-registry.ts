import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { answerHelp } from "~/server/commands/live/answer-help";
import { askTurn } from "~/server/commands/live/ask-turn";
import { assignFacilitator } from "~/server/commands/live/assign-facilitator";
import { callBack } from "~/server/commands/live/call-back";
import { callHelp } from "~/server/commands/live/call-help";
import { closeHelp } from "~/server/commands/live/close-help";
import { closeSession } from "~/server/commands/live/close-session";
import { dropIdea } from "~/server/commands/live/drop-idea";
import { endTurn } from "~/server/commands/live/end-turn";
import { extendGroup } from "~/server/commands/live/extend-group";
import { extendItem } from "~/server/commands/live/extend-item";
import { giveTurn } from "~/server/commands/live/give-turn";
import { keepIdea } from "~/server/commands/live/keep-idea";
import { moveMember } from "~/server/commands/live/move-member";
import { placeMember } from "~/server/commands/live/place-member";
import { splitIntoGroups } from "~/server/commands/live/split-into-groups";
import { startSession } from "~/server/commands/live/start-session";
import { stepAgenda } from "~/server/commands/live/step-agenda";
import { undoCallBack } from "~/server/commands/live/undo-call-back";
import { withdrawTurn } from "~/server/commands/live/withdraw-turn";
import type { Caller } from "~/server/context";
import { isLiveCommand, readLiveInput } from "../../protocol/commands";
import type { CommandEnvelope } from "../../protocol/live-messages";

type Run<Name extends LiveCommandName> = (
  caller: Caller,
  commandId: string,
  input: LiveCommands[Name],
) => Promise<Result<unknown>>;

/** The server command behind each name. */
const registry: { readonly [Name in LiveCommandName]: Run<Name> } = {
  "start-session": startSession,
  "close-session": closeSession,
  "step-agenda": stepAgenda,
  "extend-item": extendItem,
  "extend-group": extendGroup,
  "split-into-groups": splitIntoGroups,
  "call-back": callBack,
  "undo-call-back": undoCallBack,
  "place-member": placeMember,
  "move-member": moveMember,
  "assign-facilitator": assignFacilitator,
  "ask-turn": askTurn,
  "withdraw-turn": withdrawTurn,
  "give-turn": giveTurn,
  "end-turn": endTurn,
  "keep-idea": keepIdea,
  "drop-idea": dropIdea,
  "call-help": callHelp,
  "answer-help": answerHelp,
  "close-help": closeHelp,
};

/** Reads the input by the command's schema and carries it out (L1). Refuses with `not-understood` what no page of ours sends. */
export async function runCommand(caller: Caller, { id, name, input }: CommandEnvelope): Promise<Result<unknown>> {
  return isLiveCommand(name) ? runNamed(caller, id, { name, input }) : refuse("not-understood");
}

async function runNamed<Name extends LiveCommandName>(
  caller: Caller,
  commandId: string,
  { name, input }: { readonly name: Name; readonly input: unknown },
): Promise<Result<unknown>> {
  const read = readLiveInput(name, input);
  return read.ok ? registry[name](caller, commandId, read.value) : read;
}

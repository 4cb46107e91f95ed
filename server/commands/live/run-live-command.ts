import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { answerHelp } from "./answer-help";
import { askTurn } from "./ask-turn";
import { assignFacilitator } from "./assign-facilitator";
import { callBack } from "./call-back";
import { callHelp } from "./call-help";
import { closeHelp } from "./close-help";
import { closeSession } from "./close-session";
import { dropIdea } from "./drop-idea";
import { endTurn } from "./end-turn";
import { extendGroup } from "./extend-group";
import { extendItem } from "./extend-item";
import { giveTurn } from "./give-turn";
import { keepIdea } from "./keep-idea";
import { moveMember } from "./move-member";
import { placeMember } from "./place-member";
import { splitIntoGroups } from "./split-into-groups";
import { startSession } from "./start-session";
import { stepAgenda } from "./step-agenda";
import { undoCallBack } from "./undo-call-back";
import { withdrawTurn } from "./withdraw-turn";

type Run<Name extends LiveCommandName> = (
  caller: Caller,
  commandId: CommandId,
  input: LiveCommands[Name],
) => Promise<Result<unknown>>;

const commands: { readonly [Name in LiveCommandName]: Run<Name> } = {
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

/** Carries out a live command by its name, for sockets and forms alike; `input` was read by the command's schema. */
export function runLiveCommand<Name extends LiveCommandName>(
  caller: Caller,
  commandId: CommandId,
  { name, input }: { readonly name: Name; readonly input: LiveCommands[Name] },
): Promise<Result<unknown>> {
  return commands[name](caller, commandId, input);
}

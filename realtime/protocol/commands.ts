import { z } from "zod";
import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import { locales } from "~/app/domain/kernel/locale";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { accept, type Result } from "~/app/domain/kernel/result";
import { findUnstorable } from "~/app/domain/kernel/storable";
import { idOf } from "./ids";

const inSession = { sessionId: idOf<"session">() };
const onFloor = { ...inSession, groupId: idOf<"group">().nullable() };
const person = { participationId: idOf<"participation">() };

const moreMinutes = z.number().int().min(1).max(60);

/** The largest assembly the screens are made for; a limit on lists in messages. */
const MOST_PEOPLE = 2000;

/** The command a person may send over `/live`, by name, with the shape of its input. */
export const liveCommands = {
  "start-session": z.object(inSession),
  "close-session": z.object(inSession),
  "step-agenda": z.object({
    ...inSession,
    fromItemId: idOf<"agenda-item">().nullable(),
    toItemId: idOf<"agenda-item">(),
    callBackRoundId: idOf<"breakout-round">().nullable(),
  }),
  "extend-item": z.object({ ...inSession, seenEndsAtMs: z.number().int(), minutes: moreMinutes }),
  "extend-group": z.object({
    ...inSession,
    groupId: idOf<"group">(),
    seenMoreTime: z.object({ moreMs: z.number().int(), sinceMs: z.number().int().nullable() }).nullable(),
    minutes: moreMinutes,
  }),
  "split-into-groups": z.object({
    ...inSession,
    present: z.array(idOf<"participation">()).max(MOST_PEOPLE).nullable(),
    groupSize: z.number().int().min(2).max(50).nullable(),
  }),
  "call-back": z.object({ ...inSession, roundId: idOf<"breakout-round">() }),
  "undo-call-back": z.object({ ...inSession, roundId: idOf<"breakout-round">() }),
  "place-member": z.object({ ...inSession, ...person, groupId: idOf<"group">() }),
  "move-member": z.object({ ...inSession, ...person, fromGroupId: idOf<"group">(), toGroupId: idOf<"group">() }),
  "assign-facilitator": z.object({
    ...inSession,
    groupId: idOf<"group">(),
    participationId: idOf<"participation">().nullable(),
  }),
  "ask-turn": z.object(onFloor),
  "withdraw-turn": z.object({ ...inSession, entryId: idOf<"queue-entry">() }),
  "give-turn": z.object({ ...onFloor, ...person }),
  "end-turn": z.object({ ...inSession, turnId: idOf<"turn">() }),
  "keep-idea": z.object({
    ...inSession,
    groupId: idOf<"group">(),
    text: z.string().max(2000),
    language: z.enum(locales),
    authorIds: z.array(idOf<"participation">()).max(50),
  }),
  "drop-idea": z.object({ ...inSession, ideaId: idOf<"idea">() }),
  "call-help": z.object(onFloor),
  "answer-help": z.object({ ...inSession, callId: idOf<"help-call">() }),
  "close-help": z.object({ ...inSession, callId: idOf<"help-call">() }),
} as const satisfies { readonly [Name in LiveCommandName]: z.ZodType<LiveCommands[Name]> };

export function isLiveCommand(name: string): name is LiveCommandName {
  return Object.hasOwn(liveCommands, name);
}

/**
 * Reads the input of a command by its schema; the one reader for sockets and forms. Refuses with `not-understood` (and the field, if one
 * is wrong) what no page of ours sends, and what no database could keep with its own code.
 */
export function readLiveInput<Name extends LiveCommandName>(name: Name, input: unknown): Result<LiveCommands[Name]> {
  const read = liveCommands[name].safeParse(input);
  if (!read.success) {
    const field = read.error.issues[0]?.path.map(String)[0];
    return { ok: false, refusal: { code: "not-understood", ...(field && { field }) } };
  }
  const unstorable: Refusal | undefined = findUnstorable(read.data);
  // The schema of a name reads the input of that name (`satisfies` above); the compiler cannot follow the index.
  return unstorable ? { ok: false, refusal: unstorable } : accept(read.data as LiveCommands[Name]);
}
